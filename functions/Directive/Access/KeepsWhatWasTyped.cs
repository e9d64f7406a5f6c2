namespace Directives.Access;

/// <summary>Metadata of a form that asks <see cref="FormTokens.MustOnlyShow"/> and then shows again what was typed, instead of losing it.</summary>
public sealed class KeepsWhatWasTyped
{
    public static readonly KeepsWhatWasTyped Instance = new();

    private KeepsWhatWasTyped()
    {
    }
}
