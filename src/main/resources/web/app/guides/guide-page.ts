import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Query} from '../client/query';
import {session} from '../client/session';
import {GuidePageDocument, MyGuideDocument} from '../generated/graphql';
import {Page} from '../ui/page';
import {date, failure, languageName, minutes, rich, waiting, words} from '../ui/texts';
import './bookmark';
import {candidate, faqs, type Guide, process, questionsToAsk, questionTypes, related, section} from './guide-parts';
import {type Own, question} from './guide-question';

/** The page of a guide, with what the user has saved for it. */
@customElement('prep-guide-page')
export class GuidePage extends Page {
  @property() slug = '';
  readonly #page = new Query(this, GuidePageDocument, () => ({slug: this.slug}), 'PUBLIC');
  readonly #own = new Query(this, MyGuideDocument, () => (session.loggedIn ? {slug: this.slug} : undefined), [
    'ANSWER',
    'BOOKMARK',
    'PRACTICE',
  ]);

  protected override render(): TemplateResult {
    const guide = this.#page.data?.roleGuide;
    if (!guide) {
      return this.#page.data
        ? html`<h1>Not found</h1><p>There is no such guide. <a href="/guides">All guides</a></p>`
        : html`${failure(this.#page.error) || waiting}`;
    }
    return html`
      <article>
        <header class="guide">
          <p class="note">
            <a href="/guides?family=${guide.family.slug}" lang=${guide.family.resolvedLocale}>${guide.family.name}</a> ·
            ${words(guide.seniority)}
          </p>
          <h1 lang=${guide.resolvedLocale}>${guide.title}</h1>
          <p lang=${guide.summaryLocale ?? nothing}>${guide.summary}</p>
          ${guide.aliases.length > 0
            ? html`<p class="note">Also: <span lang=${guide.aliasesLocale ?? nothing}>${guide.aliases.join(', ')}</span></p>`
            : nothing}
          ${this.#actions(guide)} ${failure(this.#page.error)}
        </header>
        ${this.#contents(guide)}
        <h2 id="overview">Overview</h2>
        ${rich(guide.overviewRich)} ${process(guide)} ${questionTypes(guide)} ${this.#questions(guide)} ${questionsToAsk(guide)}
        ${candidate(guide)} ${faqs(guide)} ${related(guide)} ${this.#imprint(guide)}
      </article>
    `;
  }

  #actions(guide: Guide): TemplateResult {
    const own = this.#own.data?.roleGuide;
    const progress = own?.myProgress;
    return html`
      <div class="row">
        ${session.loggedIn ? html`<prep-bookmark .target=${guide.id} .set=${own?.myBookmark != null}></prep-bookmark>` : nothing}
        <a class="button" href="/plans?guide=${guide.id}">Make a plan</a>
        <a class="button" href="/interviews?guide=${guide.id}">Track an interview</a>
      </div>
      ${failure(this.#own.error)}
      ${progress
        ? html`<p>
            <label>Ready answers <meter min="0" max=${progress.total} .value=${progress.ready}></meter> ${progress.ready} of ${progress.total}</label>
            · ${progress.answered} begun · ${progress.practised} practised · ${progress.due} due now
          </p>`
        : nothing}
    `;
  }

  #contents(guide: Guide): TemplateResult {
    const titles = new Map(guide.sections.map(({kind, title, resolvedLocale}) => [kind, html`<span lang=${resolvedLocale}>${title}</span>`]));
    const questions = guide.questions?.nodes ?? [];
    return html`<nav class="contents" aria-label="Contents">
      <ul>
        <li><a href="#overview">Overview</a></li>
        ${guide.process ? html`<li><a href="#process">The interviews</a></li>` : nothing}
        <li><a href="#types">${titles.get('TYPES') ?? 'Types of questions'}</a></li>
        <li>
          <a href="#questions">${titles.get('QUESTIONS') ?? 'Questions'}</a>
          <details>
            <summary>${questions.length} questions</summary>
            <ol>
              ${questions.map(({slug, prompt, resolvedLocale}) => html`<li><a href="#${slug}" lang=${resolvedLocale}>${prompt}</a></li>`)}
            </ol>
          </details>
        </li>
        <li><a href="#questions-to-ask">${titles.get('QUESTIONS_TO_ASK') ?? 'Questions to ask'}</a></li>
        <li><a href="#candidate">${titles.get('CANDIDATE') ?? 'A good candidate'}</a></li>
        <li><a href="#faqs">${titles.get('FAQS') ?? 'Frequent questions'}</a></li>
        <li><a href="#related">Related guides</a></li>
      </ul>
    </nav>`;
  }

  #questions(guide: Guide): TemplateResult {
    const own = new Map<string, Own>(this.#own.data?.roleGuide?.questions?.nodes.map((node) => [node.id, node]));
    return html`${section(guide, 'QUESTIONS', 'Questions')}
    ${guide.questions?.nodes.map((node) => question(node, own.get(node.id), this.#copyLink))}
    <p id="copied" class="hidden" role="status"></p>`;
  }

  /** The link is in the address afterwards, also where the clipboard cannot be written, such as over plain HTTP. */
  readonly #copyLink = async (slug: string, button: HTMLButtonElement) => {
    history.replaceState(null, '', `#${slug}`);
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    const outcome = copied ? 'Link copied' : 'The link is in the address bar';
    button.textContent = outcome;
    this.querySelector('#copied')!.textContent = outcome;
  };

  #imprint(guide: Guide): TemplateResult {
    const {licence} = guide;
    const other = guide.localizations.filter(({locale}) => locale !== guide.resolvedLocale);
    return html`<footer class="note">
      <p>
        By ${guide.authors.join(', ')}. Changed on ${date(guide.contentChangedAt)}${guide.reviewedAt
          ? html`, facts checked on ${date(guide.reviewedAt)}`
          : nothing}.
        ${minutes(guide.estimatedMinutes.reading)} to read, ${minutes(guide.estimatedMinutes.learning)} to prepare answers.
      </p>
      ${licence
        ? html`<p>
            Licence: ${licence.url ? html`<a rel="license" href=${licence.url}>${licence.spdx}</a>` : licence.spdx}${licence.attribution
              ? html`, attribution: ${licence.attribution}`
              : nothing}.
          </p>`
        : nothing}
      ${other.map(
        ({locale, complete}) => html`<p>
          <button type="button" lang=${locale} @click=${() => (session.locale = locale)}>${languageName(locale)}</button>
          ${complete ? nothing : '(in parts)'}
        </p>`,
      )}
    </footer>`;
  }
}
