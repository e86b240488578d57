import {html, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Page} from '../ui/page';

@customElement('prep-progress')
export class Progress extends Page {
  protected override render(): TemplateResult {
    return html`<h1>Progress</h1>`;
  }
}
