import {html, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Route} from './router';
import './account/account-page';
import './answers/answer-list';
import './answers/answer-page';
import './guides/guide-list';
import './guides/guide-page';
import './interviews/interview-board';
import './interviews/interview-page';
import './plans/plan-list';
import './plans/plan-page';
import './practice/practice-page';
import './practice/session-page';
import './progress/progress-page';

/** A new element for each object: it begins at its heading, and never shows what was read of another one. */
const pageOf = (id: string | undefined, page: TemplateResult) => html`${keyed(id, page)}`;

/** The pages of the site. */
export const pages: Route[] = [
  {path: /^\/(guides)?$/, page: () => html`<prep-guide-list .search=${location.search}></prep-guide-list>`},
  {
    path: /^\/guides\/(?<slug>[^/]+)$/,
    page: ({slug}) => pageOf(slug, html`<prep-guide-page .slug=${slug}></prep-guide-page>`),
  },
  {path: /^\/answers$/, personal: true, page: () => html`<prep-answer-list></prep-answer-list>`},
  {
    path: /^\/answers\/(?<question>[^/]+)$/,
    personal: true,
    page: ({question}) => pageOf(question, html`<prep-answer-page .question=${question}></prep-answer-page>`),
  },
  {path: /^\/progress$/, personal: true, page: () => html`<prep-progress></prep-progress>`},
  {path: /^\/plans$/, personal: true, page: () => html`<prep-plans></prep-plans>`},
  {
    path: /^\/plans\/(?<id>[^/]+)$/,
    personal: true,
    page: ({id}) => pageOf(id, html`<prep-plan .planId=${id}></prep-plan>`),
  },
  {path: /^\/interviews$/, personal: true, page: () => html`<prep-interviews></prep-interviews>`},
  {
    path: /^\/interviews\/(?<id>[^/]+)$/,
    personal: true,
    page: ({id}) => pageOf(id, html`<prep-interview .interviewId=${id}></prep-interview>`),
  },
  {path: /^\/practice$/, personal: true, page: () => html`<prep-practice></prep-practice>`},
  {
    path: /^\/practice\/(?<id>[^/]+)$/,
    personal: true,
    page: ({id}) => pageOf(id, html`<prep-practice-session .sessionId=${id}></prep-practice-session>`),
  },
  {path: /^\/account$/, personal: true, page: () => html`<prep-account></prep-account>`},
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
