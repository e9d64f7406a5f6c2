using System.Globalization;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Recommendations.Agenda;

/// <summary>Head of the dossier that holds the meetings and decisions of the Standing Committee.</summary>
public sealed record AgendaHead : Head
{
    /// <summary>Local days of meetings, those that are over too, in order.</summary>
    public IReadOnlyList<DateOnly> Meetings { get; init; } = [];

    /// <summary>Decisions recorded so far.</summary>
    public int Decisions { get; init; }

    /// <summary>Numbers of those that are not yet applied to all their cases.</summary>
    public IReadOnlyList<int> Open { get; init; } = [];
}

/// <summary>Reads the agenda of an authority; all of it stands in one dossier.</summary>
public sealed class AgendaStore(DossierStore dossiers, string authority)
{
    /// <summary>The dossier that holds it.</summary>
    public DossierId Dossier { get; } = new(Table.Installation, Keys.Join(authority, "agenda"));

    /// <summary>Row key of a decision.</summary>
    public static string KeyOf(int number) => Keys.Join("d", number.ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Row key of the number of a decision, by its id.</summary>
    public static string NumberKey(string id) => Keys.Join("n", id);

    public ValueTask<Held<AgendaHead>?> HeadAsync(CancellationToken cancel = default) => dossiers.HeadAsync<AgendaHead>(Dossier, cancel);

    /// <summary>A decision, or null.</summary>
    public ValueTask<Decision?> FindAsync(int number, CancellationToken cancel = default) => dossiers.RowAsync<Decision>(Dossier, KeyOf(number), cancel);

    /// <summary>Number of the decision with an id; 0 for none.</summary>
    public ValueTask<int> NumberOfAsync(string id, CancellationToken cancel = default) => dossiers.RowAsync<int>(Dossier, NumberKey(id), cancel);

    /// <summary>The last decisions, the newest first.</summary>
    public async ValueTask<IReadOnlyList<Decision>> LatestAsync(int most, CancellationToken cancel = default)
    {
        var found = new List<Decision>();
        for (var number = (await HeadAsync(cancel))?.Head.Decisions ?? 0; number > 0 && found.Count < most; number--)
        {
            if (await FindAsync(number, cancel) is { } decision) found.Add(decision);
        }

        return found;
    }
}
