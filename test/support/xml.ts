/** Documents as a strict XML parser reads them: that of a browser. */
import type { Page } from 'playwright-core';

export type XmlNode = {
  /** With its prefix. */
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
};

/** What is asked of a document parsed by the browser; the types of the web are not loaded here. */
declare const DOMParser: new () => {
  parseFromString(text: string, type: string): XmlElement & { documentElement: XmlElement };
};
type XmlElement = {
  nodeName: string;
  namespaceURI: string | null;
  textContent: string | null;
  children: Iterable<XmlElement>;
  attributes: Iterable<{ name: string; value: string }>;
  querySelector(selector: string): XmlElement | null;
};

/** The elements of a document; `fault` tells why it is not well-formed, null when it is. */
export function parseXml(page: Page, text: string): Promise<{ fault: string | null; root: XmlNode }> {
  return page.evaluate((source) => {
    const xml = new DOMParser().parseFromString(source, 'application/xml');
    const toNode = (element: XmlElement): XmlNode => ({
      name: element.nodeName,
      namespace: element.namespaceURI,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.textContent ?? '',
      children: [...element.children].map(toNode),
    });
    return {
      fault: xml.querySelector('parsererror')?.textContent ?? null,
      root: toNode(xml.documentElement),
    };
  }, text);
}
