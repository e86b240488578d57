import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Page} from './page';

/** A page that only tells the user something. */
@customElement('prep-message')
export class Message extends Page {
  @property() heading = '';
  @property({attribute: false}) content?: TemplateResult;

  protected override render(): TemplateResult {
    return html`<h1>${this.heading}</h1>${this.content}`;
  }
}
