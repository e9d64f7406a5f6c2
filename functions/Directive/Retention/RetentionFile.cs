using Directives.Editions;

namespace Directives.Retention;

/// <summary>Terms of retention as a file: that of the program, or one of an installation's own.</summary>
public static class RetentionFile
{
    private static readonly RulesSchema Schema = new("Retention/retention.schema.json");

    /// <summary>The terms that come with the program: a proposal, for the office to decide.</summary>
    public static RetentionRules Program { get; } = Parse(RulesFile.ReadEmbedded("Retention/retention.json"), "retention.json");

    /// <summary>Reads terms from disk.</summary>
    /// <exception cref="RulesFileException">Missing, unreadable, or wrong in any way.</exception>
    public static RetentionRules Load(string path) => Parse(RulesFile.Read(path), path);

    /// <summary>Reads terms from text.</summary>
    /// <param name="file">What to call it in errors.</param>
    /// <exception cref="RulesFileException">Wrong in any way.</exception>
    public static RetentionRules Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = RulesFile.Parse<RetentionRules>(json, file, Schema);
        var problems = new List<RulesProblem>();
        for (var i = 0; i < text.Terms.Count; i++)
        {
            if (text.Terms.Take(i).Any(t => t.Kind == text.Terms[i].Kind)) problems.Add(new($"$.terms[{i}].kind", "This kind has a term already."));
        }

        return problems.Count == 0 ? text : throw new RulesFileException(file, problems);
    }
}
