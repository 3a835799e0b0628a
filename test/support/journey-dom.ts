/** The little of the browser's own objects that checks run inside a page use: the project has no DOM types. */
export type Box = { left: number; right: number; top: number; bottom: number; width: number; height: number };

export type PageStyle = {
  [name in
    | 'display'
    | 'visibility'
    | 'overflowX'
    | 'overflowY'
    | 'textOverflow'
    | 'whiteSpace'
    | 'clipPath'
    | 'outlineStyle'
    | 'outlineWidth'
    | 'boxShadow'
    | 'backgroundColor'
    | 'position'
    | 'content']: string;
};

export type PageElement = {
  tagName: string;
  id: string;
  className: string | object;
  textContent: string;
  type?: string;
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  parentElement: PageElement | null;
  outerHTML: string;
  getBoundingClientRect(): Box;
  getClientRects(): Iterable<Box>;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  querySelectorAll(selector: string): Iterable<PageElement>;
  contains(other: PageElement): boolean;
  focus(): void;
};

export type PageDocument = {
  documentElement: PageElement;
  body: PageElement;
  activeElement: PageElement | null;
  adoptedStyleSheets: unknown[];
  elementFromPoint(x: number, y: number): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createTreeWalker(root: PageElement, what: number): { nextNode(): PageText | null };
  createRange(): { selectNodeContents(node: PageText): void; getClientRects(): Iterable<Box> };
};

export type PageText = { textContent: string; parentElement: PageElement | null };
