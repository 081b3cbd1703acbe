import { createRoot } from 'react-dom/client';
import { AppRoot } from './AppRoot';
import { Sessions } from './session/session';
import './styles/base.css';
import './styles/page.css';
import './styles/nodes.css';
import './styles/resources.css';
import { applyStoredTheme } from './ui/theme';

applyStoredTheme();

const root = document.getElementById('root');
if (root === null) {
    throw new Error('the page has no root');
}
createRoot(root).render(
    <AppRoot sessions={new Sessions()} base={new URL('api/', document.baseURI).href} />,
);
