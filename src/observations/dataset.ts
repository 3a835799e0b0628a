/** A dataset: what one program may send figures about, a subject and those that it answers for. */
import type { NamedSubject } from '../catalogue/index.ts';

export type Dataset = {
  readonly slug: string;
  readonly subjectId: number;
  /** Where its figures come from, for readers. */
  readonly label: string;
  /** Who answers for its figures; kept with each. */
  readonly author: string;
  readonly createdAt: Date;
};

/** The subjects of a dataset by the names that programs give them, and back. */
export type SubjectNames = {
  /** The subject of a name: undefined for none of the dataset, null for a slug that two of its subjects bear. */
  find(name: string): number | null | undefined;
  /** The name of a subject; null for one that is not, or no longer, of the dataset. */
  nameOf(subjectId: number): string | null;
};

/**
 * Names the subjects of a dataset: a procedure by its public id, others by their slug, present or former. A name that
 * several bear names none of them; with its kind before it, `portal:impots`, it names one.
 */
export function nameSubjects(subjects: readonly NamedSubject[]): SubjectNames {
  const byName = new Map<string, number | null>();
  const claim = (name: string, id: number, isFormer: boolean) => {
    const holder = byName.get(name);
    if (holder === undefined) byName.set(name, id);
    else if (holder !== id && !isFormer) byName.set(name, null);
  };
  for (const { subjectId, kind, identifier } of subjects) {
    claim(identifier, subjectId, false);
    claim(`${kind}:${identifier}`, subjectId, false);
  }
  for (const { subjectId, kind, formerly } of subjects) {
    for (const slug of formerly) {
      claim(slug, subjectId, true);
      claim(`${kind}:${slug}`, subjectId, true);
    }
  }
  const names = new Map(
    subjects.map(({ subjectId, kind, identifier }) => {
      const isAlone = byName.get(identifier) === subjectId;
      return [subjectId, isAlone ? identifier : `${kind}:${identifier}`];
    }),
  );
  return { find: (name) => byName.get(name), nameOf: (subjectId) => names.get(subjectId) ?? null };
}
