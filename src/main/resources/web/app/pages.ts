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
  {path: /^\/plans$/, personal: true, load: () => import('./plans/plan-list'), page: () => html`<prep-plans></prep-plans>`},
  {
    path: /^\/plans\/(?<id>[^/]+)$/,
    personal: true,
    load: () => import('./plans/plan-page'),
    page: ({id}) => html`<prep-plan .planId=${id}></prep-plan>`,
  },
  {path: /^\/interviews$/, personal: true, load: () => import('./interviews/interview-board'), page: () => html`<prep-interviews></prep-interviews>`},
  {
    path: /^\/interviews\/(?<id>[^/]+)$/,
    personal: true,
    load: () => import('./interviews/interview-page'),
    page: ({id}) => html`<prep-interview .interviewId=${id}></prep-interview>`,
  },
  {path: /^\/account$/, personal: true, load: () => import('./account/account-page'), page: () => html`<prep-account></prep-account>`},
];

/** The parts of the navigation. */
export const navigation = [
  {path: '/guides', title: 'Guides'},
  {path: '/plans', title: 'Plans'},
  {path: '/interviews', title: 'Interviews'},
  {path: '/account', title: 'Account'},
];
