using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Register;

/// <summary>Head of the register: which generation of rows is in force.</summary>
public sealed record RegisterHead : Head
{
    /// <summary>1, 2, 3 …</summary>
    public required int Generation { get; init; }

    /// <summary>Digest over all rows of the generation; it names their partition, so two imports cannot mix theirs.</summary>
    public required string Digest { get; init; }

    /// <summary>Digest of the generation whose difference to this one is still to be told to those who rest on it; null once it is.</summary>
    public string? Before { get; init; }

    /// <summary>Since this local day vacancies are looked at; null before the first look.</summary>
    public DateOnly? VacanciesFrom { get; init; }

    /// <summary>The Organisation Commission was told of all vacancies that were due through this local day; null for never.</summary>
    public DateOnly? VacanciesThrough { get; init; }
}

/// <summary>
/// Keeps the register of an authority (R1): too big for one batch, so a generation of rows is staged and one head row flips to it.
/// </summary>
public sealed class RegisterStore(DossierStore dossiers, string authority)
{
    private const int MostRowsStaged = 100;

    // Milliseconds (real time) after which another engine's change of the register is seen here at the latest.
    private const int Fresh = 250;
    private volatile Known? _cached;

    /// <summary>The dossier that holds its head.</summary>
    public DossierId Id { get; } = new(Table.Register, Keys.Join(authority));

    /// <summary>The register in force; read again only when its head has changed.</summary>
    /// <exception cref="InvalidOperationException">No register was imported yet.</exception>
    public async ValueTask<RegisterSnapshot> GetAsync(CancellationToken cancel = default)
    {
        // Asked at every step of the engine: what was looked at a moment ago still stands, unless we changed it ourselves.
        if (_cached is { } fresh && Environment.TickCount64 - fresh.LookedAt < Fresh) return fresh.Snapshot;
        var head = await dossiers.Tables.ReadAsync(Id.Table, Id.Partition, Keys.Head, cancel)
            ?? throw new InvalidOperationException($"Authority '{authority}' has no register yet; import one first.");
        return await OfAsync(Stored.Read<RegisterHead>(head), cancel);
    }

    /// <summary>The head, or null where there is no register yet.</summary>
    internal ValueTask<Held<RegisterHead>?> HeadAsync(CancellationToken cancel) => dossiers.HeadAsync<RegisterHead>(Id, cancel);

    /// <summary>The register that a head puts in force.</summary>
    internal async ValueTask<RegisterSnapshot> OfAsync(RegisterHead head, CancellationToken cancel)
    {
        var snapshot = _cached is { } known && known.Digest == head.Digest ? known.Snapshot : RegisterSnapshot.Build(await ContentAsync(head.Digest, cancel));
        _cached = new Known(head.Digest, snapshot, Environment.TickCount64);
        return snapshot;
    }

    /// <summary>The rows of a generation, as content.</summary>
    internal async ValueTask<RegisterContent> ContentAsync(string digest, CancellationToken cancel) =>
        RegisterRows.Content(await dossiers.Tables.QueryAsync(Table.Register, Rows(digest), KeyRange.All, null, cancel));

    /// <summary>The rows that a head puts in force.</summary>
    internal ValueTask<IReadOnlyList<Row>> RowsAsync(RegisterHead head, CancellationToken cancel) =>
        dossiers.Tables.QueryAsync(Table.Register, Rows(head.Digest), KeyRange.All, null, cancel);

    /// <summary>Whether there is a register.</summary>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancel = default) =>
        await dossiers.Tables.ReadAsync(Id.Table, Id.Partition, Keys.Head, cancel) is not null;

    /// <summary>Replaces the whole register: one act in effect, whatever its size, and done again after a crash without harm.</summary>
    /// <exception cref="RegisterRefusedException">The content contradicts itself; nothing was written.</exception>
    /// <exception cref="VersionRaceException">Somebody else changed the register meanwhile.</exception>
    public async Task ReplaceAsync(RegisterContent content, Actor by, string why, CancellationToken cancel = default)
    {
        RegisterSnapshot.Build(content);
        await PutAsync(await dossiers.HeadAsync<RegisterHead>(Id, cancel), content, by, why, cancel);
    }

    /// <summary>Changes the register as it stands this moment; judged again where another change came first.</summary>
    /// <param name="change">The content after; null where nothing is to change. It may be asked several times.</param>
    /// <exception cref="RegisterRefusedException">The content contradicts itself; nothing was written.</exception>
    public Task ChangeAsync(Func<RegisterContent, RegisterContent?> change, Actor by, string why, CancellationToken cancel = default) =>
        Races.AgainAsync(async () =>
        {
            var held = await dossiers.HeadAsync<RegisterHead>(Id, cancel) ?? throw new InvalidOperationException($"Authority '{authority}' has no register yet.");
            if (change(RegisterRows.Content(await RowsAsync(held.Head, cancel))) is not { } after) return;
            RegisterSnapshot.Build(after);
            await PutAsync(held, after, by, why, cancel);
        });

    /// <summary>The register as it stands this moment, with the digest of its rows; null where there is none yet.</summary>
    public async ValueTask<(RegisterContent Content, string Digest)?> StandsAsync(CancellationToken cancel = default) =>
        await dossiers.HeadAsync<RegisterHead>(Id, cancel) is { } held ? (RegisterRows.Content(await RowsAsync(held.Head, cancel)), held.Head.Digest) : null;

    /// <summary>Replaces the whole register, if it is still the one that was looked at.</summary>
    /// <param name="digest">Of the rows that were looked at; empty for none.</param>
    /// <returns>Whether it was replaced; not where it has changed meanwhile.</returns>
    /// <exception cref="RegisterRefusedException">The content contradicts itself; nothing was written.</exception>
    public Task<bool> ReplaceIfAsync(string digest, RegisterContent content, Actor by, string why, CancellationToken cancel = default) => Races.AgainAsync(async () =>
    {
        var held = await dossiers.HeadAsync<RegisterHead>(Id, cancel);
        if ((held?.Head.Digest ?? "") != digest) return false;
        RegisterSnapshot.Build(content);
        await PutAsync(held, content, by, why, cancel);
        return true;
    });

    private async Task PutAsync(Held<RegisterHead>? held, RegisterContent content, Actor by, string why, CancellationToken cancel)
    {
        var generation = (held?.Head.Generation ?? 0) + 1;
        var rows = RegisterRows.Of(content).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var digest = RegisterRows.Digest(rows.Select(r => (ReadOnlyMemory<byte>)r.Body));
        foreach (var batch in rows.Chunk(MostRowsStaged))
        {
            await dossiers.Tables.CommitAsync(Table.Register, Rows(digest), [.. batch.Select(r => new Put(r.Key, r.Body))], cancel);
        }

        var act = new Act("register-replaced", by, why)
            .Note("generation", $"{held?.Head.Generation}", $"{generation}")
            .Note("posts", null, $"{content.Posts.Count}");
        var head = new RegisterHead
        {
            Generation = generation,
            Digest = digest,
            Before = held?.Head.Before ?? held?.Head.Digest,
            VacanciesFrom = held?.Head.VacanciesFrom,
            VacanciesThrough = held?.Head.VacanciesThrough,
            Next = dossiers.Now,
        };
        if (held is { } before) await dossiers.CommitAsync(Id, before, head, act, cancel);
        else await dossiers.BeginAsync(Id, head, act, cancel);
        _cached = null;
    }

    // One reference, so that a version is never read together with the snapshot of another.
    private sealed record Known(string Digest, RegisterSnapshot Snapshot, long LookedAt);

    private string Rows(string digest) => Keys.Join(authority, digest);
}
