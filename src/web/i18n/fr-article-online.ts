/** The French sentences on what can be done online. */
import { pointsText, shareInProse } from '../article-figures.ts';
import type { Sentences } from './article-words.ts';
import { inWords, wordsOf } from './fr-article-parts.ts';
import { localisation } from './index.ts';
import { type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('fr');

/** How a status that counts for a part is told, and for how much it counts. */
const PARTIAL: Readonly<Record<string, string>> = { Partiel: 'en partie', Bêta: 'en version bêta' };
const partialText = (status: string): string => PARTIAL[status] ?? `au statut « ${status} »`;
const weightText = (weight: number): string =>
  ({ 0.5: 'pour moitié', 0.1: 'pour un dixième' })[weight] ?? `pour ${l.number(weight)}`;

const one = (n: number): string => (n === 1 ? 'une' : l.number(n));

/** "il gagne 2,5 points". */
const moved = (points: number): string => {
  const shown = pointsText(points);
  const size = `${l.number(shown)} ${l.plural(Number(shown), { one: 'point', other: 'points' })}`;
  if (points === 0) return 'il n’a pas bougé';
  if (Number(shown) === 0) return 'l’écart est inférieur à un dixième de point';
  return points > 0 ? `il gagne ${size}` : `il perd ${size}`;
};

export const frOnline = {
  online_rate: ({ rate, full, deploying, partial, none, proof, fullProof }) => {
    const of = rate.denominator;
    const known = 'dont le statut en ligne est connu';
    if (full === of) {
      const all = l.plural(of, { one: 'La seule démarche', other: `Les ${l.number(of)} démarches` });
      return prose`${proven(`${all} ${known}`, proof)} ${l.plural(of, { one: 'se fait', other: 'se font toutes' })} entièrement en ligne (${shareInProse(l, 1)}).`;
    }
    const fully =
      full === 0
        ? 'aucune ne se fait entièrement en ligne'
        : `${one(full)} ${full === 1 ? 'se fait' : 'se font'} entièrement en ligne`;
    const local =
      deploying === 0
        ? ''
        : `${partial.length + none > 0 ? ',' : ' et'} ${one(deploying)} ${deploying === 1 ? 'est en cours de déploiement local et compte' : 'sont en cours de déploiement local et comptent'} autant`;
    const others = [
      ...partial.map(
        ({ status, count }) => `${one(count)} ${count === 1 ? 'se fait' : 'se font'} ${partialText(status)}`,
      ),
      ...(none === 0
        ? []
        : [`${one(none)} ${none === 1 ? 'ne peut pas se faire' : 'ne peuvent pas se faire'} en ligne`]),
    ];
    const told = [prose`${proven(`${fully}${local}`, fullProof)}`, ...others.map((other) => [other])];
    const among = prose`Sur ${l.plural(of, { one: 'la seule démarche', other: `les ${l.number(of)} démarches` })} ${known}, ${proseList(l, told)}`;
    const share = proven(shareInProse(l, rate.value ?? 0), proof);
    if (partial.length === 0) return prose`${among} : le taux est de ${share}.`;
    const weighed = l.list(
      partial.map(
        ({ status, weight, count }) =>
          `${weightText(weight)} ${count === 1 ? 'celle qui se fait' : 'celles qui se font'} ${partialText(status)}`,
      ),
    );
    return prose`${among}. En comptant ${weighed}, le taux s’établit à ${share}, soit l’équivalent de ${l.number(rate.numerator)} ${l.plural(rate.numerator, { one: 'démarche', other: 'démarches' })} sur ${l.number(of)}.`;
  },
  online_outside: ({ count, of, planned, proactive, unreported, proof }) => {
    const why = [
      ...(planned === 0
        ? []
        : [`${wordsOf(planned)} ${planned === 1 ? 'est annoncée' : 'sont annoncées'} « à venir »`]),
      ...(proactive === 0
        ? []
        : [
            `${wordsOf(proactive)} ${proactive === 1 ? 'relève' : 'relèvent'} d’un droit accordé sans demande`,
          ]),
      ...(unreported === 0
        ? []
        : [`${wordsOf(unreported)} ${unreported === 1 ? 'n’a' : 'n’ont'} pas de statut renseigné`]),
    ];
    return prose`${proven(`${inWords(count)} ${l.plural(count, { one: 'démarche', other: 'démarches' })} sur ${l.number(of)}`, proof)} ${l.plural(count, { one: 'reste', other: 'restent' })} hors du calcul : ${l.list(why)}.`;
  },
  online_by_volume: ({ rate, of, proof }) =>
    prose`Si l’on tient compte de l’usage, ${proven(`${shareInProse(l, rate.value ?? 0)} des démarches accomplies en un an`, proof)} pouvaient l’être en ligne ; ce calcul porte sur ${l.plural(rate.procedures, { one: 'la seule démarche', other: `les ${l.number(rate.procedures)} démarches` })}${rate.procedures === of ? '' : ` (sur ${l.number(of)})`} dont le volume annuel est connu.`,
  online_change: ({ label, before, points, common, proof }): Prose => {
    const then = prose`Dans l’édition « ${label} », le taux était de ${proven(shareInProse(l, before), proof)}`;
    if (common === null) return prose`${then} : ${moved(points)}.`;
    if (common.count === 0) {
      return prose`${then}, mais aucune démarche n’a un statut connu dans les deux éditions : l’écart ne dit rien d’un progrès.`;
    }
    const both = l.plural(common.count, {
      one: 'la seule démarche',
      other: `les ${l.number(common.count)} démarches`,
    });
    const there = prose`${then}. Sur ${both} dont le statut est connu dans les deux éditions`;
    if (common.points === 0) {
      const why = points === 0 ? '' : ' : l’écart vient du choix des démarches';
      return prose`${there}, il ${proven('n’a pas bougé', common.proof)} (${shareInProse(l, common.after)})${why}.`;
    }
    return prose`${there}, il ${proven(`passe de ${shareInProse(l, common.before)} à ${shareInProse(l, common.after)}`, common.proof)} : ${moved(common.points)}.`;
  },
} satisfies Partial<Sentences>;
