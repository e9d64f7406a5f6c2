using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Keeps confidential matters (R6): one dossier each, named by chance, with one sealed row; its trail says that something was sealed, and when, and no
/// more. Beside them stands for each reader a list of what they may read: it may hold too much, never too little; whoever reads it judges again.
/// </summary>
public sealed class DeskStore(DossierStore dossiers, string authority, DeskCipher cipher)
{
    /// <summary>Name of every act, and of whoever acted.</summary>
    public const string Sealed = "sealed";

    private const string Row = "c";
    private const int LongestId = 64;

    // Opened where there is nothing to open, so that nothing takes as long as something.
    private readonly byte[] _decoy = cipher.Seal(new byte[2048], "decoy");

    /// <summary>The dossier of a matter; an id that cannot be one names one that never was.</summary>
    public DossierId Dossier(string id) => new(Table.Desk, Keys.Join(authority, id.Length is > 0 and <= LongestId ? id : "never"));

    /// <summary>The id in a partition.</summary>
    public static string IdOf(string partition) => Keys.Split(partition)[^1];

    /// <summary>A matter with the version of its head; null where there is none, after the same reads and the same work.</summary>
    public async ValueTask<(Held<DeskHead> Held, DeskContent Content)?> FindAsync(string id, CancellationToken cancel)
    {
        var about = Dossier(id);
        var head = await dossiers.HeadAsync<DeskHead>(about, cancel);
        var row = await dossiers.RowAsync<SealedRow>(about, Row, cancel);
        if (head is { } held && row is not null) return (held, Stored.Read<DeskContent>(new Tables.Row(Row, cipher.Open(row.Words, $"{about}"), "")));
        cipher.Open(_decoy, "decoy");
        return null;
    }

    /// <summary>Writes a matter, in one act that says nothing.</summary>
    /// <exception cref="VersionRaceException">Another act came first.</exception>
    /// <exception cref="RowExistsException">It was begun before.</exception>
    public async Task CommitAsync(string id, Held<DeskHead>? held, DeskContent content, DateTimeOffset? next, CancellationToken cancel)
    {
        var about = Dossier(id);
        var act = new Act("sealed", new Actor(Sealed)).Put(Row, new SealedRow(cipher.Seal(Stored.Bytes(content), $"{about}")));
        if (held is { } before) await dossiers.CommitAsync(about, before, before.Head with { Next = next }, act, cancel);
        else await dossiers.BeginAsync(about, new DeskHead { Next = next }, act, cancel);
    }

    /// <summary>Puts a matter on a reader's list, before it is theirs to read. There already is fine.</summary>
    public async Task ListAsync(string id, string reader, CancellationToken cancel)
    {
        try
        {
            await dossiers.Tables.CommitAsync(Table.Desk, ListOf(reader), [new Insert(id, ReadOnlyMemory<byte>.Empty)], cancel);
        }
        catch (RowExistsException)
        {
            // Listed before.
        }
    }

    /// <summary>Ids of what a reader may read; judge each again.</summary>
    public async ValueTask<IReadOnlyList<string>> ListedAsync(string reader, CancellationToken cancel) =>
        [.. (await dossiers.Tables.QueryAsync(Table.Desk, ListOf(reader), KeyRange.All, null, cancel)).Select(r => r.Key)];

    /// <summary>Ids of all there are; for when the desk changes hands, never on a request.</summary>
    public async IAsyncEnumerable<string> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in dossiers.Tables.ScanAsync(Table.Desk, cancel))
        {
            if (row.Row.Key == Keys.Head && Keys.Split(row.Partition)[0] == authority) yield return IdOf(row.Partition);
        }
    }

    private string ListOf(string reader) => Keys.Join(authority, "of", cipher.NameOf("list", reader));
}
