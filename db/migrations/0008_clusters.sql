-- The reviews that the answers of a published figure belong to, where they come several to a review.

alter table editions.result add column clusters jsonb;
