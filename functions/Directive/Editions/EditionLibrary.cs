namespace Directives.Editions;

/// <summary>The editions that the program knows, of all directives (R2). It does not change; a new edition makes a new library.</summary>
public sealed class EditionLibrary
{
    private readonly Dictionary<string, Edition> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RulesFileException">Two editions with one id, or two of a directive with one start day.</exception>
    public EditionLibrary(IEnumerable<Edition> editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        var problems = new List<RulesProblem>();
        var starts = new Dictionary<(string, DateOnly), string>();
        var file = "";
        foreach (var edition in editions)
        {
            var problem = !_byId.TryAdd(edition.Id, edition)
                ? new RulesProblem("$.id", $"There is an edition \"{edition.Id}\" already.")
                : !starts.TryAdd((edition.Directive, edition.InForceFrom), edition.Id)
                    ? new RulesProblem("$.inForceFrom", $"{edition.Id} comes into force on {edition.InForceFrom:O} as "
                        + $"{starts[(edition.Directive, edition.InForceFrom)]} does, and both are of {edition.Directive}.")
                    : null;
            if (problem is null) continue;
            if (problems.Count == 0) file = edition.Id;
            problems.Add(problem);
        }

        if (problems.Count > 0) throw new RulesFileException(file, problems);
        All = _byId.Values.OrderBy(e => e.Directive, StringComparer.Ordinal).ThenBy(e => e.InForceFrom).ToArray();
    }

    /// <summary>The library of the sample: 02-QD/TU as of 29 April 2021.</summary>
    public static EditionLibrary Sample { get; } = new([EditionFile.Sample]);

    /// <summary>All editions, by directive and day.</summary>
    public IReadOnlyList<Edition> All { get; }

    /// <summary>Reads every <c>.json</c> of a folder.</summary>
    /// <exception cref="RulesFileException">The folder is missing, a file of it is wrong, or two contradict each other.</exception>
    public static EditionLibrary Load(string folder) => Directory.Exists(folder)
        ? new(Directory.GetFiles(folder, "*.json")
            .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(EditionFile.Load))
        : throw RulesFile.Refuse(folder, "$", "There is no such folder.");

    /// <summary>The edition of a directive that rules a period beginning on a day; null before the first one.</summary>
    public Edition? InForce(string directive, DateOnly day) =>
        All.LastOrDefault(e => e.Directive == directive && e.InForceFrom <= day);

    /// <summary>The edition with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Edition Get(string id) =>
        _byId.GetValueOrDefault(id) ?? throw new KeyNotFoundException($"There is no edition \"{id}\".");
}
