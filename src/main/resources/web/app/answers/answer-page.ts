import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {AnswerPageDocument, type AnswerQuestionFragment} from '../generated/graphql';
import {advice} from '../ui/advice';
import {Page} from '../ui/page';
import {loading, minutes, rich, words} from '../ui/texts';
import './answer-editor';
import './answer-history';
import './answer-rating';
import type {Draft} from './draft';
import {closeDraft, openDraft} from './drafts';

/** A question with the user's answer beside its advice. */
@customElement('prep-answer-page')
export class AnswerPage extends Page {
  @property() question = '';
  @state() private draft?: Draft;
  readonly #page = new Query(this, AnswerPageDocument, () => ({question: this.question}));

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = openDraft(this.question);
    this.draft.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.draft) {
      this.draft.removeEventListener('change', this.#changed);
      closeDraft(this.draft);
    }
  }

  readonly #changed = () => this.requestUpdate();

  protected override render(): TemplateResult | typeof nothing {
    const {question, viewer} = this.#page.data ?? {};
    // Answers to questions that are not published any more still have them.
    const asked = question ?? viewer?.savedAnswers?.nodes[0]?.question;
    if (!asked || !this.draft) {
      return this.#page.data
        ? html`<h1>Not found</h1><p>There is no such question. <a href="/answers">Your answers</a></p>`
        : loading(this.#page);
    }
    return html`
      ${this.#heading(asked)} ${question ? nothing : html`<p>This question is not published any more.</p>`}
      <div class="answer">
        <div>${this.#own(asked, this.draft)}</div>
        <section aria-labelledby="advice"><h2 id="advice">Advice</h2>${advice(asked, true)}</section>
      </div>
    `;
  }

  #own({framework}: AnswerQuestionFragment, draft: Draft): TemplateResult {
    const {base, content, state, theirs, mistakes, error} = draft;
    return html`
      <prep-answer-editor
        .draft=${draft}
        .base=${base}
        .content=${content}
        .state=${state}
        .theirs=${theirs}
        .mistakes=${mistakes}
        .failure=${error}
        .suggestsStar=${framework === 'STAR'}
      ></prep-answer-editor>
      ${base.id
        ? html`<prep-answer-rating .question=${this.question} .version=${base.version} .answer=${base.id}></prep-answer-rating>
            <prep-answer-history .draft=${draft} .base=${base}></prep-answer-history>`
        : nothing}
    `;
  }

  #heading({prompt, resolvedLocale, type, difficulty, estimatedMinutes, guides, slug, exhibitRich}: AnswerQuestionFragment): TemplateResult {
    const [guide] = guides;
    return html`
      <h1 lang=${resolvedLocale}>${prompt}</h1>
      <p class="note">
        <span lang=${type.resolvedLocale}>${type.name}</span>, ${difficulty ? html`${words(difficulty).toLowerCase()}, ` : nothing}about
        ${minutes(estimatedMinutes)} to prepare${guide
          ? html`, in <a href="/guides/${guide.slug}#${slug}" lang=${guide.resolvedLocale}>${guide.title}</a>`
          : nothing}
      </p>
      ${rich(exhibitRich)}
    `;
  }
}
