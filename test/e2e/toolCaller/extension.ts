import * as v from 'valibot';
import * as vscode from 'vscode';

const order = v.object({ tool: v.string(), input: v.looseObject({}) });

/** Calls a tool as an extension with a language model would, and copies what the model would get to the clipboard. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('caller.callTool', async () => {
      const text = await vscode.window.showInputBox({ title: 'Call a Tool', ignoreFocusOut: true });
      if (text !== undefined) {
        await vscode.env.clipboard.writeText(await call(text));
      }
    }),
  );
}

async function call(text: string): Promise<string> {
  const { tool, input } = v.parse(order, JSON.parse(text));
  try {
    const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  } catch (error) {
    return String(error);
  }
}
