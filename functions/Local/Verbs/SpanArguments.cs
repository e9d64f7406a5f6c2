using System.CommandLine;
using System.Globalization;
using Directives.Register;
using Directives.Simulation;

namespace Directives.Local.Verbs;

/// <summary>What a simulated span is asked for with on the command line: months, behaviour, seed, places. The verbs that play one share it.</summary>
internal static class SpanArguments
{
    public static readonly Option<string?> Places = Text(
        "--places", "FILE", "Places to play with: a CSV file with code,name,kind,level,parent; several provinces are fine. Default: the sample province.");

    public static readonly Option<string?> OnTime = Text(
        "--on-time", "P", "Share of obligations fulfilled by the due day, 0 to 1. Default 0.8; if only some of the three shares are given, "
        + "what is left goes to the others in proportion to their defaults.");

    public static readonly Option<string?> Late = Text("--late", "P", "Share fulfilled after the due day, before the last. Default 0.15.");
    public static readonly Option<string?> Never = Text("--never", "P", "Share never fulfilled. Default 0.05.");

    /// <summary>An option that may be left out.</summary>
    public static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    /// <summary>An option with a value that it has where it is left out.</summary>
    public static Option<string> Text(string name, string value, string description, string normally) =>
        new(name) { HelpName = value, Description = description, DefaultValueFactory = _ => normally };

    /// <summary>The first day of a month written as 2023-01.</summary>
    public static DateOnly Month(string name, string text, List<string> problems)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            problems.Add($"{name}: '{text}' is no month; write it as 2023-01.");
        return first;
    }

    /// <summary>A whole number up to a limit, either way.</summary>
    public static long Number(string name, string text, long most, List<string> problems)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((decimal)number) <= most) return number;
        problems.Add($"{name}: '{text}' is no whole number in range.");
        return 0;
    }

    /// <summary>A number that was given, or null.</summary>
    public static double? Share(Option<string?> option, ParseResult parsed, List<string> problems, string hint = "write a share between 0 and 1 such as 0.8.")
    {
        if (parsed.GetValue(option) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && double.IsFinite(share)) return share;
        problems.Add($"{option.Name}: '{text}' is no number; {hint}");
        return null;
    }

    /// <summary>The options with the shares that were given.</summary>
    public static YearOptions WithShares(YearOptions options, ParseResult parsed, List<string> problems) =>
        options.WithShares(Share(OnTime, parsed, problems), Share(Late, parsed, problems), Share(Never, parsed, problems));

    /// <summary>The register of a places file, or of the sample province; null where the file is refused.</summary>
    public static RegisterContent? Content(string? file, DateOnly from, List<string> problems)
    {
        if (file is null) return SampleProvince.Load(from);
        try
        {
            return TitledRegister.From(PlacesFile.Read(file, from), from);
        }
        catch (RegisterRefusedException refused)
        {
            problems.Add($"--places: {file} is refused:");
            problems.Add(refused.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add($"--places: {file} cannot be read: {e.Message}");
        }

        return null;
    }
}
