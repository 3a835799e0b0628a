/** The images of buttons, for the sites that they are pasted on: served while the store is away, as the forms are. */
import { VigieError } from '../core/errors.ts';
import type { App } from '../core/http/context.ts';
import { guard } from '../core/http/guard.ts';
import { type Registry, SHIPPED_QUESTIONNAIRES } from '../feedback/index.ts';
import { BUTTON_IMAGE_POLICY, findButtonImage } from './button-image.ts';
import { BUTTON_IMAGES } from './urls.ts';

/** Any site may embed the image; it may do nothing there. */
const HEADERS = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': BUTTON_IMAGE_POLICY,
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};

/** How long a browser keeps the present drawing, and what it gets under the hash of an earlier one. */
const KEPT_A_YEAR = 'public, max-age=31536000, immutable';
const KEPT_A_DAY = 'public, max-age=86400';

/** @param registry what knows the questionnaires of the installation; those of the product need none */
export function buttonImages(registry: () => Registry | Promise<Registry>) {
  return (app: App): void => {
    app.get(`${BUTTON_IMAGES}/:file{[a-z0-9.-]+\\.svg}`, guard('asset'), async (c) => {
      const file = c.req.param('file');
      const found =
        findButtonImage(SHIPPED_QUESTIONNAIRES, file) ??
        findButtonImage([...(await registry()).questionnaires.values()], file);
      if (found === null) throw new VigieError('NotFound', 'There is no image of a button at this address.');
      const { image, isPresent } = found;
      return c.body(image.svg, 200, { ...HEADERS, 'cache-control': isPresent ? KEPT_A_YEAR : KEPT_A_DAY });
    });
  };
}
