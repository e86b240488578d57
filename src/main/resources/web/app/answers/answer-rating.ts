import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Query} from '../client/query';
import {request, RequestError} from '../client/request';
import {AnswerRatingDocument, type AnswerRatingQuery, AssessAnswerDocument} from '../generated/graphql';
import {Part} from '../ui/part';
import {failure, mistakes, rich} from '../ui/texts';

type Question = NonNullable<AnswerRatingQuery['question']>;
type Criterion = Question['criteria'][number];

/** The user's own rating of the saved answer, by the levels of the criteria that the question is about. */
@customElement('prep-answer-rating')
export class AnswerRating extends Part {
  @property() question = '';
  @property() answer = '';
  @property({type: Number}) version = 0;
  /** Scores by criterion that are not saved yet. */
  @state() private chosen = new Map<string, number>();
  @state() private errors: readonly {message: string}[] = [];
  @state() private done = false;
  readonly #rating = new Query(this, AnswerRatingDocument, () => ({question: this.question}), ['ANSWER']);

  protected override render(): TemplateResult {
    const criteria = this.#rating.data?.question?.criteria.filter(({levels}) => levels.length > 0) ?? [];
    if (criteria.length === 0) {
      return html`${failure(this.#rating.error)}`;
    }
    return html`<details>
      <summary>Rate your answer</summary>
      <form @submit=${this.#save}>
        ${criteria.map((criterion) => this.#criterion(criterion))}
        <p class="row">
          <button ?disabled=${this.chosen.size === 0}>Save the rating</button>
          <span role="status">${this.done ? 'Rating saved' : ''}</span>
        </p>
        ${mistakes(this.errors)}
      </form>
    </details>`;
  }

  #criterion({id, name, resolvedLocale, levels}: Criterion): TemplateResult {
    const rated = this.#newest(id);
    const score = this.chosen.get(id) ?? rated?.score;
    return html`<fieldset>
      <legend lang=${resolvedLocale}>${name}</legend>
      ${rated && rated.version !== this.version ? html`<p class="note">You rated version ${rated.version}. The answer has changed since.</p>` : nothing}
      ${levels.map(
        (level) => html`<div class="level">
          <label lang=${level.resolvedLocale}
            ><input type="radio" name=${id} .checked=${level.score === score} @change=${() => this.#choose(id, level.score)} aria-describedby="${id}-${level.score}" />
            ${level.score}: ${level.label}</label
          >
          <div id="${id}-${level.score}">${rich(level.descriptorRich)}</div>
        </div>`,
      )}
    </fieldset>`;
  }

  #newest(criterion: string): {score: number; version: number} | undefined {
    for (const {version, ratings} of this.#rating.data?.question?.myAnswer?.assessments ?? []) {
      const rating = ratings.find((candidate) => candidate.criterion.id === criterion);
      if (rating) {
        return {score: rating.score, version};
      }
    }
    return undefined;
  }

  #choose(criterion: string, score: number): void {
    this.chosen = new Map(this.chosen).set(criterion, score);
    this.done = false;
  }

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const sent = this.chosen;
    const ratings = [...sent].map(([criterionId, score]) => ({criterionId, score}));
    try {
      const {assessAnswer} = await request(AssessAnswerDocument, {input: {answerId: this.answer, version: this.version, ratings}});
      this.errors = assessAnswer.userErrors;
    } catch (error) {
      this.errors = [error as RequestError];
    }
    if (this.errors.length === 0) {
      await this.#rating.read();
      this.chosen = new Map([...this.chosen].filter(([criterion, score]) => sent.get(criterion) !== score));
      this.done = true;
    }
  };
}
