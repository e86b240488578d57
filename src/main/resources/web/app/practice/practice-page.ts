import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {PracticeDocument, type PracticeRating, UndoPracticeDocument} from '../generated/graphql';
import {Page} from '../ui/page';
import {failure, mistakes, outcome, time, waiting, words} from '../ui/texts';
import {fromNow, isDue} from './memory';
import {type Delivery, outbox, type Rating} from './outbox';
import type {Card} from './practice-card';
import './practice-card';
import './session-list';

const QUEUE_LENGTH = 20;

/** A rating of this visit. */
interface Rated {
  card: Card;
  rating: Rating;
  /** What undoes it; undefined until it is recorded. */
  practiceId?: string;
}

const isSame = (one: Rating, other: Rating) => one.idempotencyKey === other.idempotencyKey;

@customElement('prep-practice')
export class Practice extends Page {
  readonly #practice = new Query(this, PracticeDocument, () => ({first: QUEUE_LENGTH}), ['PRACTICE', 'ANSWER']);
  readonly #changes = new Mutations(this, () => this.#practice.read());
  @state() private rated: readonly Rated[] = [];
  @state() private skipped: readonly string[] = [];
  @state() private ahead = false;
  @state() private message = '';
  /** Stays in front while others come and go. */
  #front?: Card;

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.#waits);
    outbox.addEventListener('delivery', this.#delivered);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    outbox.removeEventListener('change', this.#waits);
    outbox.removeEventListener('delivery', this.#delivered);
  }

  protected override willUpdate(): void {
    const viewer = this.#practice.data?.viewer;
    if (viewer) {
      outbox.open(viewer.id);
      this.#choose(this.#queue());
    }
  }

  /** What is left of the service's queue, which may not know the newest ratings yet. */
  #queue(): Card[] {
    const waiting = new Set(outbox.ratings.filter(({undone}) => !undone).map(({questionId}) => questionId));
    const known = new Map(this.rated.map(({card}) => [card.question.id, card.reps]));
    return (this.#practice.data?.viewer?.practiceQueue ?? []).filter(
      ({question: {id}, reps}) => !waiting.has(id) && !this.skipped.includes(id) && reps > (known.get(id) ?? -1),
    );
  }

  #choose(queue: Card[]): void {
    const front = this.#front;
    const same = front && queue.find(({question}) => question.id === front.question.id);
    const elsewhere = same && same.reps > front.reps;
    if (elsewhere) {
      this.message = 'The question was practised elsewhere; here is the next one.';
    }
    this.#front = same && !elsewhere ? same : queue.find((card) => this.ahead || isDue(card));
  }

  protected override render(): TemplateResult {
    return html`
      <h1>Practice</h1>
      ${failure(this.#practice.error)} ${mistakes(outbox.problems)}
      <p role="status" class="status">${this.message} ${this.#waiting()}</p>
      <section aria-labelledby="queue">
        <h2 id="queue" tabindex="-1">Questions to practise</h2>
        ${this.#practice.data ? this.#sitting() : this.#practice.error ? nothing : waiting}
      </section>
      <prep-session-list></prep-session-list>
      ${this.#recent()} ${outcome(this.#changes)}
    `;
  }

  #waiting(): string {
    const {ratings, error} = outbox;
    return error && ratings.length > 0 ? `${ratings.length} rated here, and sent when the service can be reached again.` : '';
  }

  #sitting(): TemplateResult {
    const queue = this.#queue();
    const due = queue.filter(isDue).length;
    const all = due + this.rated.length;
    const more = this.#practice.data?.viewer?.practiceQueue?.length === QUEUE_LENGTH ? ' or more' : '';
    const last = this.rated.at(-1);
    return html`
      <p class="row">
        ${all > 0
          ? html`<label><progress max=${all} value=${this.rated.length}></progress> ${this.rated.length} rated, ${due}${more} due</label>`
          : nothing}
        ${last ? html`<button type="button" @click=${() => this.#undoRated(last)}>Undo “${words(last.rating.rating)}”</button>` : nothing}
      </p>
      ${this.#front
        ? html`<prep-practice-card .card=${this.#front} @rate=${this.#rate} @skip=${this.#skip}></prep-practice-card>`
        : this.#nothingDue(queue)}
    `;
  }

  #nothingDue([next]: Card[]): TemplateResult {
    if (next) {
      return html`<p>Nothing is due. The next question is due ${fromNow(next.dueAt)}.</p>
        <button type="button" @click=${() => (this.ahead = true)}>Practise ahead</button>`;
    }
    return this.skipped.length > 0
      ? html`<p>Only skipped questions are left.</p>
          <button type="button" @click=${() => (this.skipped = [])}>Practise them</button>`
      : html`<p>
          Questions come here when you save an answer to them, or when you track an interview with its guide. <a href="/guides">All guides</a>
        </p>`;
  }

  #recent(): TemplateResult | typeof nothing {
    const recent = this.#practice.data?.viewer?.practices?.nodes ?? [];
    return recent.length > 0
      ? html`<section aria-labelledby="recent">
          <h2 id="recent">Practised last</h2>
          <ul class="list">
            ${recent.map(
              ({id, rating, practisedAt, question}) => html`<li class="row">
                <span><span lang=${question.resolvedLocale} id=${id}>${question.prompt}</span>
                  <span class="note">${words(rating)}, ${time(practisedAt)}</span></span>
                <button type="button" aria-describedby=${id} @click=${() => this.#undo(id)}>Undo</button>
              </li>`,
            )}
          </ul>
        </section>`
      : nothing;
  }

  readonly #rate = ({detail: rating}: CustomEvent<PracticeRating>) => {
    const card = this.#front!;
    this.rated = [...this.rated, {card, rating: outbox.add(card.question.id, rating)}];
    void this.#next(`Rated “${words(rating)}”.`);
  };

  readonly #skip = () => {
    this.skipped = [...this.skipped, this.#front!.question.id];
    void this.#next('Skipped.');
  };

  /** The next card takes the focus over; without one, it would be lost. */
  async #next(message: string): Promise<void> {
    this.#front = undefined;
    this.message = message;
    await this.updateComplete;
    if (!this.#front) {
      this.querySelector<HTMLElement>('#queue')?.focus();
    }
  }

  readonly #waits = () => this.requestUpdate();

  readonly #delivered = (event: Event) => {
    const {rating, payload} = (event as CustomEvent<Delivery>).detail;
    // A rejected rating is none: its question comes back.
    this.rated = this.rated
      .filter((rated) => payload.practice || !isSame(rated.rating, rating))
      .map((rated) => (isSame(rated.rating, rating) ? {...rated, practiceId: payload.practice?.id} : rated));
    if (payload.card && !rating.undone) {
      this.message = `Rated “${words(rating.rating)}”: due again ${fromNow(payload.card.dueAt)}.`;
    }
  };

  /** The question comes back to the front. */
  async #undoRated({rating, card: {question}, practiceId}: Rated): Promise<void> {
    if (practiceId) {
      await this.#undo(practiceId);
    } else {
      outbox.undo(rating);
      this.#forget((rated) => rated.rating === rating);
    }
    this.#front = this.#queue().find((card) => card.question.id === question.id) ?? this.#front;
  }

  async #undo(id: string): Promise<void> {
    if (await this.#changes.send(UndoPracticeDocument, () => ({input: {id}}))) {
      this.#forget(({practiceId}) => practiceId === id);
    }
  }

  #forget(isUndone: (rated: Rated) => boolean): void {
    this.rated = this.rated.filter((rated) => !isUndone(rated));
    this.message = 'The rating is undone.';
  }
}
