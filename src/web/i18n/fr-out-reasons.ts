/** Why a review is out of the figures, in French. */
import type { OutReason } from '../../feedback/index.ts';

export const outReasons: Readonly<Record<OutReason, { name: string; meaning: string }>> = {
  burst: {
    name: 'Trop d’avis d’un même réseau',
    meaning:
      'Mis de côté : beaucoup d’avis venus d’un coup du même réseau. Un agent peut les rendre aux chiffres.',
  },
  similar_text: {
    name: 'Textes presque identiques',
    meaning:
      'Mis de côté : des commentaires presque copiés les uns des autres. Un agent peut les rendre aux chiffres.',
  },
  duplicate: {
    name: 'Doublons',
    meaning: 'Écartés : le même commentaire, envoyé deux fois en cinq minutes du même réseau.',
  },
  closed: {
    name: 'Bouton déjà fermé',
    meaning: 'Écartés : reçus après la fermeture du bouton, par un serveur qui ne la connaissait pas encore.',
  },
};
