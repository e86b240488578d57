import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {GuidePageDocument} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, rich, waiting} from '../ui/texts';

@customElement('prep-guide-page')
export class GuidePage extends Page {
  @property() slug = '';
  readonly #page = new Query(this, GuidePageDocument, () => ({slug: this.slug}), ['ANSWER', 'PLAN', 'BOOKMARK']);

  protected override render(): TemplateResult {
    const guide = this.#page.data?.roleGuide;
    if (!guide) {
      return this.#page.data ? html`<h1>Not found</h1><p>There is no such guide.</p>` : html`${failure(this.#page.error)}${waiting}`;
    }
    return html`
      <h1 lang=${guide.resolvedLocale}>${guide.title}</h1>
      ${rich(guide.overviewRich)}
      <h2>Questions</h2>
      ${guide.questions?.nodes.map(
        (question) => html`<article id=${question.slug}>
          <h3 lang=${question.resolvedLocale}><a href="#${question.slug}">${question.prompt}</a></h3>
          ${rich(question.howToAnswerRich)}
        </article>`,
      )}
    `;
  }
}
