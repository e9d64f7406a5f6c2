using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Assistants;

/// <summary>Head of the dossier that holds an authority's assistants.</summary>
public sealed record AssistantsHead : Head
{
    /// <summary>Officials whose rows owe a notice to a mailbox; null for none.</summary>
    public IReadOnlyList<string>? Owing { get; init; }
}

/// <summary>
/// Reads who assists whom. They are few, so all stand in one dossier: the engine's rules look at all of them at once, and read again only
/// when its head has changed.
/// </summary>
public sealed class AssistantStore(DossierStore dossiers, string authority)
{
    // Milliseconds (real time) after which another engine's change is seen here at the latest.
    private const int Fresh = 250;
    private const string Prefix = "a|";
    private volatile Known? _cached;

    /// <summary>The dossier that holds them.</summary>
    public DossierId Dossier { get; } = new(Table.Installation, Keys.Join(authority, "assistants"));

    /// <summary>Row key of an official's assistant.</summary>
    public static string KeyOf(string official) => Keys.Join("a", official);

    /// <summary>All assistants; read again only when somebody was named or removed.</summary>
    public async ValueTask<AssistantSet> GetAsync(CancellationToken cancel = default)
    {
        // Asked at every step of the engine: what was looked at a moment ago still stands, unless we changed it ourselves.
        if (_cached is { } fresh && Environment.TickCount64 - fresh.LookedAt < Fresh) return fresh.Assistants;
        var head = await dossiers.Tables.ReadAsync(Dossier.Table, Dossier.Partition, Keys.Head, cancel);
        if (_cached is { } known && known.Version == head?.Version)
        {
            _cached = known with { LookedAt = Environment.TickCount64 };
            return known.Assistants;
        }

        var assistants = head is null ? AssistantSet.None
            : new AssistantSet((await dossiers.RowsAsync<AssistantRow>(Dossier, Prefix, cancel)).Select(r => r.Now).OfType<Assistant>());
        _cached = new Known(head?.Version, assistants, Environment.TickCount64);
        return assistants;
    }

    /// <summary>The row of one official as it stands this moment, or null.</summary>
    public ValueTask<AssistantRow?> FindAsync(string official, CancellationToken cancel) =>
        dossiers.RowAsync<AssistantRow>(Dossier, KeyOf(official), cancel);

    /// <summary>After an act of ours: what is remembered no longer stands.</summary>
    public void Forget() => _cached = null;

    // One reference, so that a version is never read together with the assistants of another.
    private sealed record Known(string? Version, AssistantSet Assistants, long LookedAt);
}
