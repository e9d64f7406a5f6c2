using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// An act as this process committed it, so that the next one need not read back what this one wrote. It proves nothing of how the dossier stands now:
/// only an act may rest on it, which loses the race if somebody else acted since.
/// </summary>
/// <param name="before">The head before it; null where it began the dossier.</param>
/// <param name="after">The head after it.</param>
/// <param name="version">Of the head after it.</param>
/// <param name="changes">The rows beside head and trail entry, as far as they are small enough to keep.</param>
public sealed class LastAct(Head? before, Head after, string version, IReadOnlyList<RowChange> changes)
{
    /// <summary>The head before it; null where it began the dossier.</summary>
    public Head? Before => before;

    /// <summary>The end of the chain after it.</summary>
    public TrailTip Tip => after.Tip;

    /// <summary>Its number in the trail.</summary>
    public long Number => after.Tip.Number;

    /// <summary>The rows that it changed, as far as they are small.</summary>
    public IReadOnlyList<RowChange> Changes => changes;

    /// <summary>The head after it; null where the dossier is of another kind.</summary>
    public Held<THead>? HeldAs<THead>()
        where THead : Head => after is THead head ? new Held<THead>(head, version) : null;

    /// <summary>What it wrote under a key; null where it wrote nothing there.</summary>
    public ReadOnlyMemory<byte>? Find(string key)
    {
        foreach (var change in changes)
        {
            if (change.Key == key && change is not Delete) return change.Body;
        }

        return null;
    }
}
