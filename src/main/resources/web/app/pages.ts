import {html} from 'lit';
import type {Route} from './router';

/** The pages of the site; each one's script is loaded when it is first opened. */
export const pages: Route[] = [
  {path: /^\/(guides)?$/, load: () => import('./guides/guide-list'), page: () => html`<prep-guide-list></prep-guide-list>`},
  {
    path: /^\/guides\/(?<slug>[^/]+)$/,
    load: () => import('./guides/guide-page'),
    page: ({slug}) => html`<prep-guide-page .slug=${slug}></prep-guide-page>`,
  },
  {path: /^\/practice$/, personal: true, load: () => import('./practice/practice-page'), page: () => html`<prep-practice></prep-practice>`},
  {
    path: /^\/practice\/(?<id>[^/]+)$/,
    personal: true,
    load: () => import('./practice/session-page'),
    page: ({id}) => html`<prep-practice-session .sessionId=${id}></prep-practice-session>`,
  },
  {path: /^\/account$/, personal: true, load: () => import('./account/account-page'), page: () => html`<prep-account></prep-account>`},
];

/** The parts of the navigation. */
export const navigation = [
  {path: '/guides', title: 'Guides'},
  {path: '/practice', title: 'Practice'},
  {path: '/account', title: 'Account'},
];
