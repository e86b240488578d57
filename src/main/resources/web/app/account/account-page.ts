import {html, type TemplateResult} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Page} from '../ui/page';

@customElement('prep-account')
export class Account extends Page {
  protected override render(): TemplateResult {
    return html`<h1>Account</h1>`;
  }
}
