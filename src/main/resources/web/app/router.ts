import type {TemplateResult} from 'lit';

export interface Route {
  /** Named groups are the parameters of the page. */
  path: RegExp;
  /** Whether only users who are logged in have something to see. */
  personal?: boolean;
  page: (parameters: Record<string, string>) => TemplateResult;
}

/** Goes to a page of the site without a request for it; `replace` makes it no step of the history. */
export function navigate(address: string, replace = false): void {
  const same = new URL(address, location.href).href === location.href;
  history[replace || same ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Lets links lead to pages without a request; others, and clicks that open a new tab, are left to the browser. */
export function followLinks(root: HTMLElement, isPage: (path: string) => boolean): void {
  root.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin || !isPage(link.pathname)) {
      return;
    }
    if (link.pathname !== location.pathname || link.search !== location.search) {
      event.preventDefault();
      navigate(link.href);
      scrollTo(0, 0);
    }
  });
}
