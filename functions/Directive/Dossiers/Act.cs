using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// What is about to be written on one dossier, apart from its head and its trail: the changed rows, and who, what and why.
/// <see cref="DossierStore"/> commits it as one batch.
/// </summary>
public sealed class Act(string name, Actor by, string? why = null)
{
    private readonly List<RowChange> _changes = [];
    private readonly List<Fact> _facts = [];

    /// <summary>Most rows that an act may change beside head and trail entry.</summary>
    public const int MostRows = TableLimits.RowsInBatch - 2;

    public string Name { get; } = name;

    public Actor By { get; } = by;

    public string? Why { get; } = why;

    public IReadOnlyList<RowChange> Changes => _changes;

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Adds a row that must not be there yet.</summary>
    public Act Insert<T>(string key, T record) => With(new Insert(key, Stored.Bytes(record)));

    /// <summary>Writes a row; the head's version guards it.</summary>
    public Act Put<T>(string key, T record) => With(new Put(key, Stored.Bytes(record)));

    /// <summary>Removes a row.</summary>
    public Act Delete(string key) => With(new Delete(key));

    /// <summary>Says what changed, for those who read the history.</summary>
    public Act Note(string about, string? before, string? after)
    {
        _facts.Add(new Fact(about, before, after));
        return this;
    }

    private Act With(RowChange change)
    {
        _changes.Add(change);
        return this;
    }
}

/// <summary>Who acts, and for whom if for another.</summary>
public readonly record struct Actor(string Id, string? For = null)
{
    /// <summary>The program itself, following a rule.</summary>
    public static readonly Actor System = new("system");
}
