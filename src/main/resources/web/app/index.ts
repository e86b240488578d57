import './site.css';
import './site';
