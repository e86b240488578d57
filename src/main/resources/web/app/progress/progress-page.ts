import {html, nothing, svg, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {ProgressGuidesDocument, type ProgressGuidesQuery, ReadinessDocument, type ReadinessQuery} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, waiting} from '../ui/texts';
import {partsOf} from './parts';
import {percent} from './percent';
import {dayOf, recallPlot} from './recall-plot';

type Readiness = NonNullable<NonNullable<ReadinessQuery['viewer']>['readiness']>;
type Criterion = Readiness['criteria'][number];
type Guide = NonNullable<ProgressGuidesQuery['roleGuides']>['nodes'][number];

const DAY = 86_400_000;
/** How far recall is shown without an interview. */
const OUTLOOK = 30 * DAY;

@customElement('prep-progress')
export class Progress extends Page {
  @state() private chosen = new URLSearchParams(location.search).get('guide');
  readonly #guides = new Query(this, ProgressGuidesDocument, () => ({}), ['PLAN', 'INTERVIEW']);
  readonly #readiness = new Query(
    this,
    ReadinessDocument,
    () => {
      const guide = this.chosen ?? this.#own[0]?.id;
      return guide ? {guide} : undefined;
    },
    ['ANSWER', 'PRACTICE', 'PLAN', 'INTERVIEW'],
  );

  protected override render(): TemplateResult {
    const data = this.#guides.data;
    const readiness = this.#readiness.data?.viewer?.readiness;
    const error = this.#guides.error ?? this.#readiness.error;
    return html`
      <h1>Progress</h1>
      <p>How ready you are for an interview, from your answers, your practice and your ratings.</p>
      ${failure(error)} ${data ? this.#choice(data) : nothing}
      ${readiness ? this.#show(readiness) : data && !this.chosen && this.#own.length === 0 ? html`<p>Choose a guide.</p>` : error ? nothing : waiting}
    `;
  }

  /** The guides of the user's plans and interviews, the next one first. */
  get #own(): Guide[] {
    const {prepPlans, interviews} = this.#guides.data?.viewer ?? {};
    const today = new Date().toISOString().slice(0, 10);
    const dated = [
      ...(prepPlans?.nodes ?? []).map(({guide, interviewOn}) => ({guide, on: interviewOn})),
      ...(interviews?.nodes ?? []).map(({guide, scheduledAt}) => ({guide, on: scheduledAt ?? '9999'})),
    ];
    const past = ({on}: {on: string}) => Number(on < today);
    dated.sort((one, other) => past(one) - past(other) || one.on.localeCompare(other.on));
    return [...new Map(dated.flatMap(({guide}) => (guide ? [[guide.id, guide] as const] : []))).values()];
  }

  #choice({roleGuides}: ProgressGuidesQuery): TemplateResult {
    const own = this.#own;
    const chosen = this.chosen ?? own[0]?.id;
    const option = (guide: Guide) =>
      html`<option value=${guide.id} lang=${guide.resolvedLocale} .selected=${guide.id === chosen}>${guide.title}</option>`;
    const others = (roleGuides?.nodes ?? []).filter(({id}) => own.every((guide) => guide.id !== id));
    return html`<p class="filters">
      <label
        >Guide
        <select @change=${this.#choose}>
          ${chosen ? nothing : html`<option value="">Choose one</option>`}
          ${own.length > 0 ? html`<optgroup label="Your plans and interviews">${own.map(option)}</optgroup>` : nothing}
          <optgroup label="All guides">${others.map(option)}</optgroup>
        </select></label
      >
    </p>`;
  }

  readonly #choose = (event: Event) => {
    this.chosen = (event.target as HTMLSelectElement).value || null;
    history.replaceState(null, '', this.chosen ? `?guide=${this.chosen}` : location.pathname);
  };

  #show(readiness: Readiness): TemplateResult {
    const {guide, score, criteria} = readiness;
    return html`
      <h2>Readiness for <a href="/guides/${guide.slug}" lang=${guide.resolvedLocale}>${guide.title}</a></h2>
      <p role="status">${percent(score)} in all.</p>
      <p class="legend note">
        Each bar is a criterion's score: <span class="answered"></span> ready answers, <span class="recall"></span> recall,
        <span class="rating"></span> ratings.
      </p>
      <ul class="scores">
        ${criteria.filter(({total}) => total > 0).map((criterion) => this.#criterion(criterion, readiness))}
      </ul>
      <h2>Recall</h2>
      ${this.#recall(readiness)}
    `;
  }

  #criterion(scored: Criterion, {formula}: Readiness): TemplateResult {
    const {criterion, score, answered, total, recall, rating} = scored;
    const rated = criterion.levels.length > 0 ? `, ratings ${percent(rating)}` : '';
    const parts = partsOf(formula, scored);
    const bars = parts ? Object.entries(parts) : [['answered', score] as const];
    let x = 0;
    return html`<li>
      <h3 lang=${criterion.resolvedLocale}>${criterion.name}</h3>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        ${bars.map(([name, share]) => {
          const bar = svg`<rect class=${name} x=${x} y="0" width=${Math.max(0, 100 * share - 0.3)} height="4" />`;
          x += 100 * share;
          return bar;
        })}
      </svg>
      <p><strong>${percent(score)}</strong>: ${answered} of ${total} answers ready, recall ${percent(recall)}${rated}</p>
    </li>`;
  }

  #recall({questions, predictedFor}: Readiness): TemplateResult {
    const memories = questions.map(({question}) => question.myCard);
    if (memories.every((memory) => memory === null)) {
      return html`<p>You have not practised a question of this guide yet. <a href="/practice">Practise</a></p>`;
    }
    const now = Date.now();
    const interview = Date.parse(predictedFor);
    const scheduled = interview > now + DAY / 24;
    const practised = memories.filter((memory) => memory !== null).length;
    return html`
      <p>
        ${practised} of ${memories.length} questions practised; the others count as 0.
        ${scheduled ? html`Your interview is on ${dayOf({at: interview})}.` : 'No interview with this guide is ahead, so this shows 30 days.'}
      </p>
      ${recallPlot(memories, now, scheduled ? interview : now + OUTLOOK)}
    `;
  }
}
