using Directives.Editions;

namespace Directives.WhatIf;

/// <summary>An edition that somebody wants to try.</summary>
/// <param name="Source">The file, or what else it came from, for messages.</param>
public sealed record Candidate(string Source, Edition Edition);

/// <summary>Something about a candidate: why it cannot be tried, or what one should know.</summary>
/// <param name="Source">The candidate's file; null where it concerns all.</param>
/// <param name="Path">Where in it, as a JSON path; empty for all of it.</param>
public sealed record CandidateRemark(string? Source, string Path, Assumption Says)
{
    /// <summary>File, path and reason in one line.</summary>
    public string In(Language.Texts texts) => string.Join(": ", new[] { Source, Path, Says.In(texts) }.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>Candidates as they can be compared.</summary>
/// <param name="Present">The editions of their directive.</param>
/// <param name="Tried">The candidates with the names to call them by, all different.</param>
/// <param name="Problems">Why they cannot be compared; empty if they can.</param>
/// <param name="Notes">What one should know all the same.</param>
public sealed record JudgedCandidates(
    EditionLibrary? Present, IReadOnlyList<(string Name, Edition Edition)> Tried, IReadOnlyList<CandidateRemark> Problems, IReadOnlyList<CandidateRemark> Notes);

/// <summary>Whether editions can be compared with the present ones, and what is strange about them (R2); pure.</summary>
public static class Candidates
{
    /// <summary>Judges candidates.</summary>
    /// <param name="editions">All editions that are in force or will be, of all directives.</param>
    public static JudgedCandidates Judge(IReadOnlyList<Candidate> candidates, EditionLibrary editions)
    {
        var problems = new List<CandidateRemark>();
        var notes = new List<CandidateRemark>();
        if (candidates.Count == 0) problems.Add(new(null, "", new("whatif.problem.none")));
        if (candidates.Count > Comparison.MostCandidates) problems.Add(new(null, "", new("whatif.problem.many", Comparison.MostCandidates)));
        var known = editions.All.Select(e => e.Directive).Distinct().ToList();
        var directive = candidates.Select(c => c.Edition.Directive).FirstOrDefault(known.Contains);
        foreach (var (source, edition) in candidates)
        {
            if (!known.Contains(edition.Directive)) problems.Add(new(source, "$.directive", new("whatif.problem.unknown", edition.Directive, string.Join(", ", known))));
            else if (edition.Directive != directive) problems.Add(new(source, "$.directive", new("whatif.problem.other", edition.Directive, directive)));
        }

        var present = directive is null ? null : new EditionLibrary(editions.All.Where(e => e.Directive == directive));
        var tried = new List<(string Name, Edition Edition)>();
        foreach (var (source, edition) in candidates)
        {
            if (present?.All.FirstOrDefault(e => SameRules(e, edition)) is { } same) notes.Add(new(source, "", new("whatif.note.same", same.Id)));
            else if (present?.All.Any(e => e.Id == edition.Id) == true) notes.Add(new(source, "$.id", new("whatif.note.id", edition.Id)));
            if (tried.FindIndex(t => SameRules(t.Edition, edition)) is >= 0 and var twin) notes.Add(new(source, "", new("whatif.note.twice", tried[twin].Name)));
            tried.Add((NameOf(edition.Id, source, tried, present), edition));
        }

        return new JudgedCandidates(present, tried, problems, notes);
    }

    /// <summary>Whether two editions say the same but for id and date.</summary>
    public static bool SameRules(Edition a, Edition b) => Bare(a) == Bare(b);

    private static string Bare(Edition edition) => EditionFile.Write(edition with { Id = "same", InForceFrom = DateOnly.MinValue });

    // Two lines of a table with one name would tell nobody which is which.
    private static string NameOf(string id, string source, List<(string Name, Edition Edition)> tried, EditionLibrary? present)
    {
        bool Taken(string name) => tried.Any(t => t.Name == name) || present?.All.Any(e => e.Id == name) == true;
        if (!Taken(id)) return id;
        var named = $"{id} ({source})";
        for (var i = 2; Taken(named); i++) named = $"{id} ({source}, {i})";
        return named;
    }
}
