import { memo, type ReactNode } from 'react';
import type { ButtonProps } from '../../../../adapters/connect/index.js';
import type { CommandName, CommandParameters } from '../../../../adapters/sobot/index.js';
import { useLook, type Run } from '../bar/look.js';
import { Icon, type IconName } from './icon.js';

interface ViewProps {
  readonly attributes: ButtonProps;
  readonly icon: IconName | undefined;
  readonly kind: 'go' | 'stop' | 'usual';
  readonly text: string | undefined;
  readonly name: CommandName;
  readonly parameters: unknown;
  readonly run: Run;
}

function sameAttributes(one: ButtonProps, other: ButtonProps): boolean {
  return (Object.keys(one) as (keyof ButtonProps)[]).every((key) => one[key] === other[key]);
}

function sameView(one: ViewProps, other: ViewProps): boolean {
  return (
    sameAttributes(one.attributes, other.attributes) &&
    one.run === other.run &&
    one.text === other.text &&
    JSON.stringify(one.parameters) === JSON.stringify(other.parameters)
  );
}

const View = memo(function CommandButtonView({ attributes, icon, kind, text, name, parameters, run }: ViewProps): ReactNode {
  return (
    <span className="command">
      <button
        {...attributes}
        className={`button ${kind}`}
        onClick={() => (run as (name: CommandName, given: unknown) => void)(name, parameters)}
      >
        {icon !== undefined && <Icon name={icon} />}
        <span>{text ?? attributes['aria-label']}</span>
      </button>
    </span>
  );
}, sameView);

interface CommandButtonProps<Name extends CommandName> {
  readonly name: Name;
  readonly parameters?: CommandParameters[Name];
  readonly icon?: IconName;
  readonly kind?: ViewProps['kind'];
  /** Default: the name of the command. */
  readonly text?: string;
}

/** The button of a command: its state, its reason and its spinner come from `connect`. */
export function CommandButton<Name extends CommandName>({
  name,
  parameters,
  icon,
  kind = 'usual',
  text,
}: CommandButtonProps<Name>): ReactNode {
  const { bar, run } = useLook();
  return <View attributes={bar.commands[name]} {...{ name, parameters, icon, kind, text, run }} />;
}
