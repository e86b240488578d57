import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {PracticeQuery, PracticeRating} from '../generated/graphql';
import {SAMPLES} from '../ui/advice';
import {Part} from '../ui/part';
import {rich} from '../ui/texts';
import {reason} from './memory';
import {ratingButtons, ratings} from './ratings';

export type Card = NonNullable<NonNullable<PracticeQuery['viewer']>['practiceQueue']>[number];

/**
 * One question: think, reveal, rate. Its keys work only while the focus is inside, so that they are in nobody's way (WCAG 2.1.4).
 * Fires `rate` with the rating, and `skip`.
 */
@customElement('prep-practice-card')
export class PracticeCard extends Part {
  @property({attribute: false}) card!: Card;
  @state() private revealed = false;
  #focusNext = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const previous = changed.get('card');
    if (previous && previous.question.id !== this.card.question.id) {
      this.revealed = false;
      this.#focusNext = this.contains(document.activeElement);
    }
  }

  protected override updated(): void {
    if (this.#focusNext) {
      this.#focusNext = false;
      this.querySelector('article')?.focus();
    }
  }

  protected override render(): TemplateResult {
    const {question} = this.card;
    return html`<article class="card practice" tabindex="-1" aria-labelledby="prompt" aria-describedby="why" @keydown=${this.#key}>
      <h3 id="prompt" lang=${question.resolvedLocale}>${question.prompt}</h3>
      <p id="why" class="note">${reason(this.card)}</p>
      ${rich(question.exhibitRich)} ${this.#hints()} ${this.revealed ? this.#answers() : nothing}
      <div class="row">
        ${this.revealed
          ? ratingButtons((rating) => this.#fire('rate', rating), true)
          : html`<button type="button" class="primary" aria-keyshortcuts="Space" @click=${this.#reveal}>Show the answer <kbd>Space</kbd></button>`}
        <button type="button" @click=${() => this.#fire('skip')}>Skip for now</button>
      </div>
      <p class="note">The keys work while the focus is on this card.</p>
    </article>`;
  }

  #hints(): TemplateResult | typeof nothing {
    const {hints} = this.card.question;
    return hints.length > 0
      ? html`${hints.map((hint, index) => html`<details><summary>Hint ${index + 1} of ${hints.length}</summary>${rich(hint.bodyRich)}</details>`)}`
      : nothing;
  }

  #answers(): TemplateResult {
    const {howToAnswerRich, answers, myAnswer, id} = this.card.question;
    return html`
      <h4 tabindex="-1" class="revealed">Your answer</h4>
      ${myAnswer
        ? html`${rich(myAnswer.bodyRich)}${this.#star(myAnswer.star)}`
        : html`<p>You have not saved one yet. <a href="/answers/${id}">Write it</a></p>`}
      <h4>How to answer</h4>
      ${rich(howToAnswerRich)}
      ${answers.map((answer) => html`<details><summary>${SAMPLES[answer.kind]}</summary>${rich(answer.bodyRich)}</details>`)}
    `;
  }

  #star(star: NonNullable<Card['question']['myAnswer']>['star']): TemplateResult | typeof nothing {
    return star
      ? html`${rich(star.situationRich)}${rich(star.taskRich)}${rich(star.actionRich)}${rich(star.resultRich)}`
      : nothing;
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const rating = ratings[Number(event.key) - 1];
    // On a button, a link or a hint, Space does what it always does.
    if (event.key === ' ' && !this.revealed && !(event.target as Element).closest('button, a, summary')) {
      event.preventDefault();
      this.#reveal();
    } else if (rating && this.revealed) {
      event.preventDefault();
      this.#fire('rate', rating.value);
    }
  };

  readonly #reveal = async () => {
    this.revealed = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.revealed')?.focus();
  };

  #fire(type: 'rate' | 'skip', detail?: PracticeRating): void {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
