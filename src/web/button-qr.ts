/** The address of a button as a QR code, to print for a counter or a letter. */
import { create, toBuffer } from 'qrcode';
import { html } from './design/index.ts';

/** A quarter of the code may be soiled or torn (level Q of ISO/IEC 18004). */
const ERROR_CORRECTION = 'Q';
/** Blank modules around the code that readers need (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4;
const PIXELS_A_MODULE = 16;

/** The code of an address as an SVG without size: it fills the place it is given. */
export function qrSvg(address: string): string {
  const { modules } = create(address, { errorCorrectionLevel: ERROR_CORRECTION });
  const side = modules.size + 2 * QUIET_ZONE;
  const path = Array.from({ length: modules.size }, (_, row) => rowPath(modules, row)).join('');
  return String(
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><title>${address}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`,
  );
}

type Modules = ReturnType<typeof create>['modules'];

/** The dark modules of a row, those that touch drawn as one: no printer leaves a line between them. */
function rowPath(modules: Modules, row: number): string {
  let path = '';
  for (let column = 0; column < modules.size; column += 1) {
    const first = column;
    while (column < modules.size && modules.get(row, column)) column += 1;
    const length = column - first;
    if (length > 0) path += `M${first + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`;
  }
  return path;
}

/** The same as a PNG. */
export function qrPng(address: string): Promise<Buffer> {
  return toBuffer(address, {
    errorCorrectionLevel: ERROR_CORRECTION,
    margin: QUIET_ZONE,
    scale: PIXELS_A_MODULE,
  });
}
