using Directives.Language;
using Microsoft.AspNetCore.Components;

namespace Directives.Mail.Letters;

/// <summary>What a letter is written on: a language, and HTML or plain text. Every component of a letter writes on both.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="IsPlain">Plain text; <see cref="LetterLines"/> sets its lines afterwards.</param>
public sealed record Paper(Texts Texts, bool IsPlain)
{
    /// <summary>A date with its day of the week.</summary>
    public string Day(DateOnly date) => LetterDates.Day(Texts, date);
}

/// <summary>
/// A piece of a letter. Letters are written once and never change, so unlike a page's component it has no life after its first
/// rendering: that is what makes thousands a second possible.
/// </summary>
public abstract class LetterBlock : IComponent
{
    private RenderHandle _handle;

    /// <summary>What it is written on.</summary>
    [Parameter, EditorRequired]
    public required Paper On { get; set; }

    /// <summary>The texts in the reader's language.</summary>
    protected Texts T => On.Texts;

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _handle.Render(BuildRenderTree);
        return Task.CompletedTask;
    }

    /// <summary>An empty line in plain text.</summary>
    protected static MarkupString Gap { get; } = new($"\n{LetterLines.Gap}\n");

    /// <summary>Text on a line of its own in plain text, where nothing is markup.</summary>
    protected static MarkupString Line(string text) => new($"\n{text}\n");

    /// <summary>A paragraph of plain text: an empty line before it.</summary>
    protected static MarkupString Paragraph(string text) => new($"\n{LetterLines.Gap}\n{text}\n");

    /// <summary>Written by the component's markup.</summary>
    protected virtual void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
    }
}

/// <summary>The component that writes one kind of part.</summary>
public abstract class PartBlock<TPart> : LetterBlock
    where TPart : LetterPart
{
    /// <summary>The facts.</summary>
    [Parameter, EditorRequired]
    public required TPart Part { get; set; }
}
