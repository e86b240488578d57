import {html, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {CreatePlanDocument, PlansDocument, type PlansQuery} from '../generated/graphql';
import {navigate} from '../router';
import {Draft} from '../ui/drafts';
import '../ui/guide-select';
import {Page} from '../ui/page';
import {day, failure, minutes, outcome, waiting} from '../ui/texts';
import {ownZone} from '../ui/zones';
import {daysLeft, type PlanFields, planInput, planInputs} from './plan-fields';

type Summary = NonNullable<NonNullable<PlansQuery['viewer']>['prepPlans']>['nodes'][number];

@customElement('prep-plans')
export class Plans extends Page {
  @state() private guide = new URLSearchParams(location.search).get('guide') ?? '';
  readonly #plans = new Query(this, PlansDocument, () => ({}), ['PLAN']);
  readonly #changes = new Mutations(this, () => this.#plans.read());
  readonly #draft = Draft.over<PlanFields>('new plan', {title: '', interviewOn: '', dailyMinutes: '60', daysOff: [], timeZone: ownZone});

  protected override render(): TemplateResult {
    const plans = this.#plans.data?.viewer?.prepPlans?.nodes;
    return html`
      <h1>Plans</h1>
      <p>A plan spreads the questions of a guide over the days up to the interview, and reviews each before it is forgotten.</p>
      ${failure(this.#plans.error)}
      ${plans ? this.#list(plans) : this.#plans.error ? nothing : waiting}
      <details .open=${this.guide !== '' || plans?.length === 0}>
        <summary><h2>New plan</h2></summary>
        ${this.#form()}
      </details>
      ${outcome(this.#changes)}
    `;
  }

  #list(plans: Summary[]): TemplateResult {
    return plans.length === 0
      ? html`<p>You have no plan yet.</p>`
      : html`<ul class="cards">
          ${plans.map(
            (plan) => html`<li class="card">
              <h2><a href="/plans/${plan.id}">${plan.title}</a></h2>
              <p>${day(plan.interviewOn)}: the interview ${daysLeft(plan)}.</p>
              <p><progress max=${plan.progress.total || 1} value=${plan.progress.done} aria-label="Progress"></progress>
                ${plan.progress.done} of ${plan.progress.total} done</p>
              <p class=${plan.feasible ? 'note' : 'alert'}>
                ${plan.feasible
                  ? `Fits into ${minutes(plan.dailyMinutes)} a day.`
                  : `Does not fit: ${minutes(plan.shortfallMinutes)} are left out.`}
              </p>
            </li>`,
          )}
        </ul>`;
  }

  #form(): TemplateResult {
    return html`<form class="fields" @submit=${this.#create}>
      <prep-guide-select required .chosen=${this.guide} @change=${this.#choose}></prep-guide-select>
      ${planInputs(this.#draft, () => this.requestUpdate())}
      <p class="note">Without a title, the plan has that of the guide.</p>
      <button class="primary">Create the plan</button>
    </form>`;
  }

  readonly #choose = (event: Event) => {
    this.guide = (event.target as HTMLSelectElement).value;
  };

  readonly #create = async (event: Event) => {
    event.preventDefault();
    if (this.#changes.pending > 0) {
      return;
    }
    const {title, ...fields} = this.#draft.fields;
    this.#draft.send();
    const input = {
      ...planInput(fields),
      ...(title.trim() && {title}),
      dailyMinutes: Number(fields.dailyMinutes),
      interviewOn: fields.interviewOn,
      guideId: this.guide,
      idempotencyKey: crypto.randomUUID(),
    };
    const created = await this.#changes.send(CreatePlanDocument, () => ({input}));
    if (created?.prepPlan) {
      this.#draft.release();
      navigate(`/plans/${created.prepPlan.id}`);
    }
  };
}
