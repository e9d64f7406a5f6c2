using Directives.Language;

namespace Directives.Web.Demo;

/// <summary>The demonstration's first page: clock and people to be.</summary>
/// <param name="Now">The clock, in the directive's zone.</param>
/// <param name="People">Who matches, at most so many as one looks through.</param>
/// <param name="Found">How many match.</param>
/// <param name="Find">What was looked for; empty for all.</param>
public sealed record DemoView(DateTime Now, IReadOnlyList<DemoPerson> People, int Found, string Find)
{
    /// <summary>What the clock's move did; null if it was not moved.</summary>
    public DemoMoved? Moved { get; init; }

    /// <summary>Who the visitor has just become; null for nobody.</summary>
    public Bilingual? Became { get; init; }
}
