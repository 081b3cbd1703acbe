/**
 * Holds the types that this page reads against the committed description of the API (docs/openapi.json): a field that is
 * gone or changed its kind, or a word that is new, does not compile. What may be absent the description does not tell.
 */
import type { components } from '../../target/openapi';
import type {
    AllocationView,
    ExecutionView,
    NodeView,
    Page,
    ResourceView,
    StepView,
} from './types';

type Described = components['schemas'];

type Whole<T> = T extends readonly (infer Item)[]
    ? Whole<Item>[]
    : T extends object
      ? { [Name in keyof T]-?: Whole<NonNullable<T[Name]>> }
      : T;

type Agrees<Answer, Read> = Whole<Answer> extends Whole<Read> ? true : keyof Read;

type Contract<Checked extends Record<string, true>> = Checked;

export type Checked = Contract<{
    allocation: Agrees<Described['AllocationView'], AllocationView>;
    execution: Agrees<Described['ExecutionView'], ExecutionView>;
    executions: Agrees<Described['PageExecutionView'], Page<ExecutionView>>;
    node: Agrees<Described['NodeView'], NodeView>;
    nodes: Agrees<Described['PageNodeView'], Page<NodeView>>;
    resource: Agrees<Described['ResourceView'], ResourceView>;
    resources: Agrees<Described['PageResourceView'], Page<ResourceView>>;
    step: Agrees<Described['StepView'], StepView>;
}>;
