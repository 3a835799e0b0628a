import type { Localisation } from '../i18n/index.ts';
import { alert } from './alert.ts';
import { definitionList, disclosure, downloadLinks } from './blocks.ts';
import { mailLink, phoneLink } from './contact-links.ts';
import { errorSummary, formField } from './form.ts';
import { externalLink, html } from './html.ts';
import type { ComponentSample } from './sample.ts';

/** Messages, explanations and downloads. */
export function blockSamples(l: Localisation): ComponentSample[] {
  const words = l.messages.procedure;
  return [
    {
      name: 'alert',
      description: 'A message set apart, of four kinds.',
      sample: html`${alert(l, 'info', l.messages.edition.reconstructedMeaning, l.messages.edition.reconstructed)}${alert(l, 'success', 'La révision 2 est publiée.')}${alert(l, 'warning', l.messages.levels.borderlineMeaning)}${alert(l, 'error', l.messages.errors.remedies.Unavailable)}`,
    },
    {
      name: 'disclosure, definitionList',
      description: 'Why this figure: unfolded by the reader.',
      sample: disclosure(
        words.whyThisFigure,
        definitionList([
          { term: words.status, description: l.messages.statuses.measured.label },
          {
            term: words.source,
            description: externalLink('https://www.example.org/donnees', 'JDMA, export du 1er octobre 2025'),
          },
          { term: words.asOf, description: l.day('2025-09-30') },
          { term: words.formula, description: 'Somme des notes / nombre d’avis' },
          { term: words.rawValue, description: l.number('8.166666666666667') },
        ]),
        true,
      ),
    },
    {
      name: 'phoneLink, mailLink',
      description: 'How to reach an administration; what is not one number or one address is no link.',
      sample: html`<p>${phoneLink('01 23 45 67 89')} · ${phoneLink('3939 (0,05 € / min)')} · ${mailLink('aide@exemple.fr')}</p>`,
    },
    {
      name: 'downloadLinks',
      description: 'The same page for machines.',
      sample: downloadLinks(l, [
        { format: 'JSON', href: '#', size: '84 ko' },
        { format: 'CSV', href: '#' },
      ]),
    },
  ];
}

/** A form with its errors. */
export function formSamples(l: Localisation): ComponentSample[] {
  return [
    {
      name: 'errorSummary, formField',
      description: 'Errors at the head of the form and at each field, with what was typed.',
      sample: html`${errorSummary(l, [
        { name: 'nom', message: 'Indiquez le nom de la démarche.' },
        { name: 'adresse', message: 'L’adresse doit commencer par https://.' },
      ])}<form method="post" action="#">${formField(l, { kind: 'text', name: 'nom', label: 'Nom de la démarche', value: '', required: true, error: 'Indiquez le nom de la démarche.' })}${formField(
        l,
        {
          kind: 'url',
          name: 'adresse',
          label: 'Adresse',
          hint: 'Celle de la première page.',
          value: 'demarche',
          error: 'L’adresse doit commencer par https://.',
        },
      )}${formField(l, { kind: 'textarea', name: 'motif', label: 'Motif', value: 'Le nom a changé.' })}${formField(
        l,
        {
          kind: 'select',
          name: 'type',
          label: l.messages.catalogue.kind,
          value: 'b',
          options: [
            { value: 'a', label: l.messages.catalogue.kinds.online_procedure },
            { value: 'b', label: l.messages.catalogue.kinds.simulator },
          ],
        },
      )}${formField(l, {
        kind: 'radios',
        name: 'portee',
        label: 'Portée',
        value: 'une',
        options: [
          { value: 'une', label: 'Cette démarche seulement' },
          {
            value: 'toutes',
            label: 'Toutes les démarches de l’administration',
            hint: 'Elles reçoivent la même valeur.',
          },
        ],
      })}<button type="submit">Enregistrer</button></form>`,
    },
  ];
}
