using Directives.Access;

namespace Directives.Web.OwnData;

/// <summary>What the page of a person's own data asks of the engine.</summary>
public interface IOwnDataPages
{
    /// <summary>What the system holds about the person of the session, and of nobody else.</summary>
    ValueTask<OwnDataView> OfAsync(PersonSession person, CancellationToken cancel);
}

/// <summary>A person's own data to read; times of the page are in the directive's zone.</summary>
/// <param name="Local">Turns a time (UTC) into that of the directive's zone.</param>
public sealed record OwnDataView(OwnData Data, Func<DateTimeOffset, DateTime> Local);
