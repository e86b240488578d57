import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {navigate} from '../router';
import {conflicts, Draft} from '../ui/drafts';
import {Page} from '../ui/page';
import {day, failure, loading, minutes, outcome} from '../ui/texts';
import {today} from '../ui/zones';
import './plan-day';
import {daysLeft, type PlanFields, planFieldNames, planInput, planInputs} from './plan-fields';
import {type Plan, type PlanDay, PlanModel} from './plan-model';

/** Days that are shown at once; a plan may have a thousand. */
const SOON = 14;

const draftName = ({id}: Plan) => `plan ${id}`;

/** The settings as the user has typed them. */
function draftOf(plan: Plan): Draft<PlanFields> {
  const {title, interviewOn, dailyMinutes, daysOff, timeZone} = plan;
  return Draft.over(draftName(plan), {title, interviewOn, dailyMinutes: String(dailyMinutes), daysOff, timeZone});
}

@customElement('prep-plan')
export class PlanPage extends Page {
  @property({attribute: false}) planId = '';
  @state() private all = false;
  readonly #model = new PlanModel(this, () => this.planId);

  protected override render(): TemplateResult | typeof nothing {
    const {plan, query} = this.#model;
    if (!plan) {
      return query.data ? html`<h1>Not found</h1><p>There is no such plan. <a href="/plans">All plans</a></p>` : loading(query);
    }
    const now = today(plan.timeZone);
    const current = plan.days.find(({date}) => date === now);
    return html`
      <h1>${plan.title}</h1>
      ${this.#summary(plan)} ${failure(query.error)} ${this.#fit(plan)} ${this.#add(plan, now)} ${this.#settings(plan)}
      <h2>Today</h2>
      ${current ? this.#day(plan, current) : html`<p>Nothing is planned for today.</p>`}
      ${this.#coming(plan, plan.days.filter(({date}) => date > now))} ${this.#past(plan, plan.days.filter(({date}) => date < now))}
      ${this.#manage(plan)} ${outcome(this.#model.changes)}
    `;
  }

  #summary(plan: Plan): TemplateResult {
    const {done, total} = plan.progress;
    const open = plan.days.flatMap(({items}) => items).filter((item) => !item.done);
    return html`
      <p>
        For <a href="/guides/${plan.guide.slug}" lang=${plan.guide.resolvedLocale}>${plan.guide.title}</a>. The interview on ${day(plan.interviewOn)}
        ${daysLeft(plan)}.
      </p>
      <p>
        <progress max=${total || 1} value=${done} aria-label="Progress"></progress> ${done} of ${total} done,
        ${minutes(open.reduce((sum, item) => sum + item.estimatedMinutes, 0))} planned
      </p>
    `;
  }

  /** What does not fit, and what to do about it. */
  #fit(plan: Plan): TemplateResult {
    const others = this.#model.others(({interviewOn, timeZone}) => interviewOn >= today(timeZone));
    return html`
      ${plan.feasible
        ? html`<p class="good">Everything fits into ${minutes(plan.dailyMinutes)} a day.</p>`
        : html`<div class="alert">
            <p>${minutes(plan.shortfallMinutes)} of work do not fit before the interview and are left out. Allow more minutes a day or fewer days off,
              or learn what matters most.</p>
            <details>
              <summary>Left out (${plan.unscheduledItems.length})</summary>
              <prep-plan-day .model=${this.#model} .plan=${plan} .items=${plan.unscheduledItems}></prep-plan-day>
            </details>
          </div>`}
      ${others.length > 0
        ? html`<p class="note">The minutes of a day are shared with ${others.map(
            ({id, title}, index) => html`${index > 0 ? ', ' : ''}<a href="/plans/${id}">${title}</a>`,
          )}; the earliest interview comes first.</p>`
        : nothing}
    `;
  }

  #day(plan: Plan, planned: PlanDay): TemplateResult {
    return html`<section class="day">
      <h3>${day(planned.date)} <span class="note">${minutes(planned.plannedMinutes)} of ${minutes(plan.dailyMinutes)}</span></h3>
      <prep-plan-day .model=${this.#model} .plan=${plan} .day=${planned} .items=${planned.items}></prep-plan-day>
    </section>`;
  }

  #days(plan: Plan, days: PlanDay[]): unknown {
    return repeat(
      days,
      ({date}) => date,
      (planned) => this.#day(plan, planned),
    );
  }

  #coming(plan: Plan, days: PlanDay[]): TemplateResult {
    const shown = this.all ? days : days.slice(0, SOON);
    return html`<h2>Coming days</h2>
      ${days.length === 0 ? html`<p>Nothing else is planned.</p>` : this.#days(plan, shown)}
      ${shown.length < days.length
        ? html`<button type="button" @click=${() => (this.all = true)}>Show ${days.length - shown.length} later days</button>`
        : nothing}`;
  }

  #past(plan: Plan, days: PlanDay[]): TemplateResult | typeof nothing {
    const missed = days.flatMap(({items}) => items).filter(({done}) => !done).length;
    return days.length === 0
      ? nothing
      : html`<details>
          <summary>Past days (${days.length})${missed > 0 ? `, ${missed} not done` : ''}</summary>
          ${this.#days(plan, days)}
        </details>`;
  }

  #add(plan: Plan, now: string): TemplateResult {
    const submit = async (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const data = new FormData(form);
      if (await this.#model.add(String(data.get('title')), Number(data.get('minutes')), String(data.get('date')))) {
        form.reset();
      }
    };
    return html`<details>
      <summary>Add an item of your own</summary>
      <form class="row" @submit=${submit}>
        <label>Title <input name="title" required maxlength="200" /></label>
        <label>Minutes <input type="number" name="minutes" required min="1" max=${plan.dailyMinutes} .defaultValue=${'15'} /></label>
        <label>Day <input type="date" name="date" required min=${now} max=${plan.interviewOn} .defaultValue=${now} /></label>
        <button>Add</button>
      </form>
    </details>`;
  }

  #settings(plan: Plan): TemplateResult {
    const draft = draftOf(plan);
    const submit = async (event: SubmitEvent) => {
      event.preventDefault();
      const seen = draft.saved;
      if (await this.#model.update(() => planInput(draftOf(this.#model.plan ?? plan).send(seen)))) {
        draft.release();
        this.requestUpdate();
      }
    };
    return html`<details>
      <summary>Settings${draft.dirty ? ' (not saved)' : ''}</summary>
      <form class="fields" @submit=${submit}>
        ${planInputs(draft, () => this.requestUpdate())} ${conflicts(draft, planFieldNames, () => this.requestUpdate())}
        <button class="primary">Save and reschedule</button>
      </form>
    </details>`;
  }

  #manage(plan: Plan): TemplateResult {
    const remove = async () => {
      if (confirm(`Delete the plan “${plan.title}” with all its items?`) && (await this.#model.delete())) {
        Draft.forget(draftName(plan));
        navigate('/plans');
      }
    };
    return html`<h2>Reschedule or delete</h2>
      <div class="row">
        <button type="button" @click=${() => this.#model.replan(false)}>Reschedule open items</button>
        <button type="button" @click=${() => this.#model.replan(true)}>Reschedule pinned items as well</button>
        <button type="button" @click=${remove}>Delete the plan</button>
      </div>
      <p class="note">Rescheduling spreads what is open over the days that are left. Items that you moved stay on their days unless you reschedule them as well.</p>`;
  }
}
