import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Mutations} from '../client/mutations';
import {Query} from '../client/query';
import {
  DeleteInterviewDocument,
  InterviewPageDocument,
  type InterviewPageQuery,
  MoveInterviewDocument,
  UpdateInterviewDocument,
} from '../generated/graphql';
import {navigate} from '../router';
import {conflicts, Draft} from '../ui/drafts';
import {Page} from '../ui/page';
import {failure, loading, outcome, rich, time} from '../ui/texts';
import {localTime, ownZone, timeIn, usable} from '../ui/zones';
import {debriefName} from './debrief';
import {cleared, interviewFieldNames, type InterviewFields, interviewInput, interviewInputs} from './interview-fields';

export type Interview = Extract<NonNullable<InterviewPageQuery['node']>, {stage: unknown}>;

const isInterview = (node: InterviewPageQuery['node'] | undefined): node is Interview => node != null && 'stage' in node;

const draftName = (id: string) => `interview ${id}`;

/** The details as the user has typed them. */
function draftOf({id, company, position, guide, plan, scheduledAt, timeZone, location, notes}: Interview): Draft<InterviewFields> {
  const zone = usable(timeZone ?? ownZone);
  return Draft.over(draftName(id), {
    company: company ?? '',
    position,
    guideId: guide?.id ?? '',
    planId: plan?.id ?? '',
    time: scheduledAt ? localTime(scheduledAt, zone) : '',
    timeZone: zone,
    location: location ?? '',
    notes: notes ?? '',
  });
}

@customElement('prep-interview')
export class InterviewPage extends Page {
  @property({attribute: false}) interviewId = '';
  readonly #page = new Query(this, InterviewPageDocument, () => ({id: this.interviewId}), ['INTERVIEW', 'PLAN']);
  readonly #changes = new Mutations(this, () => this.#page.read());

  get #interview(): Interview | undefined {
    const node = this.#page.data?.node;
    return isInterview(node) ? node : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const {data, error} = this.#page;
    const interview = this.#interview;
    if (!interview) {
      return data ? html`<h1>Not found</h1><p>There is no such interview. <a href="/interviews">All interviews</a></p>` : loading(this.#page);
    }
    return html`
      <h1>${interview.position}${interview.company ? `, ${interview.company}` : ''}</h1>
      ${failure(error)} ${this.#details(interview)} ${this.#stage(interview)} ${this.#edit(interview)}
      <h2>Debrief</h2>
      <p>Write down what was asked while you remember it. Plans put questions that went badly, and gaps, first.</p>
      <prep-debrief .interview=${interview} .newest=${() => this.#interview ?? interview} .changes=${this.#changes}></prep-debrief>
      <h2>Delete</h2>
      <p>To archive an interview, move it into a closed stage; deleting also removes its history and debrief.</p>
      <button type="button" @click=${() => this.#delete(interview)}>Delete the interview</button>
      ${outcome(this.#changes)}
    `;
  }

  #details({scheduledAt, timeZone, location, guide, plan, notesRich}: Interview): TemplateResult {
    const zone = timeZone ?? ownZone;
    const detail = (name: string, value: unknown) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
    const away = scheduledAt && timeIn(scheduledAt, zone) !== timeIn(scheduledAt, ownZone);
    return html`
      <dl>
        ${detail('Time', scheduledAt ? timeIn(scheduledAt, zone) : 'Not scheduled yet')}
        ${detail('Your time', away && timeIn(scheduledAt, ownZone))}
        ${detail('Place', location && (/^https?:\/\//.test(location) ? html`<a href=${location} rel="noreferrer">${location}</a>` : location))}
        ${detail('Guide', guide && html`<a href="/guides/${guide.slug}" lang=${guide.resolvedLocale}>${guide.title}</a>`)}
        ${detail('Plan', plan && html`<a href="/plans/${plan.id}">${plan.title}</a>`)}
      </dl>
      ${rich(notesRich)}
    `;
  }

  #stage(interview: Interview): TemplateResult {
    const stages = this.#page.data?.viewer?.interviewStages ?? [];
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const stage = stages.find(({id}) => id === new FormData(event.target as HTMLFormElement).get('stage'))!;
      const input = {id: interview.id, stageId: stage.id};
      void this.#changes.send(MoveInterviewDocument, () => ({input: {...input, expectedVersion: (this.#interview ?? interview).version}}), `Moved to ${stage.name}.`);
    };
    return html`<h2>Stage: ${interview.stage.name}</h2>
      <form class="row" @submit=${submit}>
        <label>Move to
          <select name="stage">
            ${stages.map(
              ({id, name, closed}) => html`<option value=${id} .selected=${id === interview.stage.id}>${name}${closed ? ' (closed)' : ''}</option>`,
            )}
          </select></label>
        <button>Move</button>
      </form>
      <details>
        <summary>History (${interview.history.length})</summary>
        <ol>
          ${interview.history.map(({stage, enteredAt}) => html`<li>${stage.name}, since ${time(enteredAt)}</li>`)}
        </ol>
      </details>`;
  }

  #edit(interview: Interview): TemplateResult {
    const draft = draftOf(interview);
    const submit = async (event: SubmitEvent) => {
      event.preventDefault();
      const seen = draft.saved;
      const input = () => {
        const {id, version} = this.#interview ?? interview;
        const newest = draftOf(this.#interview ?? interview);
        const changed = newest.send(seen);
        return {...interviewInput(newest.fields, Object.keys(changed)), clear: cleared(changed), id, expectedVersion: version};
      };
      if (await this.#changes.send(UpdateInterviewDocument, () => ({input: input()}), 'Saved.')) {
        draft.release();
        this.requestUpdate();
      }
    };
    return html`<details>
      <summary><h2>Details${draft.dirty ? ' (not saved)' : ''}</h2></summary>
      <form class="fields" @submit=${submit}>
        ${interviewInputs(draft, this.#page.data?.viewer?.prepPlans?.nodes ?? [], () => this.requestUpdate())}
        ${conflicts(draft, interviewFieldNames, () => this.requestUpdate())}
        <button class="primary">Save</button>
      </form>
    </details>`;
  }

  async #delete({id, position}: Interview): Promise<void> {
    if (confirm(`Delete the interview “${position}” with its history and debrief?`) && (await this.#changes.send(DeleteInterviewDocument, () => ({input: {id}})))) {
      Draft.forget(draftName(id), debriefName(id));
      navigate('/interviews');
    }
  }
}
