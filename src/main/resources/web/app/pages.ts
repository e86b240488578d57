import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Route} from './router';

/** The pages of the site; each one's script is loaded when it is first opened. */
export const pages: Route[] = [
  {path: /^\/(guides)?$/, load: () => import('./guides/guide-list'), page: () => html`<prep-guide-list .search=${location.search}></prep-guide-list>`},
  {
    path: /^\/guides\/(?<slug>[^/]+)$/,
    load: () => import('./guides/guide-page'),
    // A new element for each guide, which begins at its heading.
    page: ({slug}) => html`${keyed(slug, html`<prep-guide-page .slug=${slug}></prep-guide-page>`)}`,
  },
  {path: /^\/answers$/, personal: true, load: () => import('./answers/answer-list'), page: () => html`<prep-answer-list></prep-answer-list>`},
  {
    path: /^\/answers\/(?<question>[^/]+)$/,
    personal: true,
    load: () => import('./answers/answer-page'),
    page: ({question}) => html`<prep-answer-page .question=${question}></prep-answer-page>`,
  },
  {path: /^\/progress$/, personal: true, load: () => import('./progress/progress-page'), page: () => html`<prep-progress></prep-progress>`},
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
  {path: '/answers', title: 'Answers'},
  {path: '/plans', title: 'Plans'},
  {path: '/practice', title: 'Practice'},
  {path: '/interviews', title: 'Interviews'},
  {path: '/progress', title: 'Progress'},
  {path: '/account', title: 'Account'},
];
