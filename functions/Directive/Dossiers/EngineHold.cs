namespace Directives.Dossiers;

/// <summary>Who serves the tables.</summary>
/// <param name="Engine"><see cref="EngineRule.Local"/> or <see cref="EngineRule.Azure"/>.</param>
/// <param name="Owner">Which of its kind.</param>
/// <param name="Until">UTC, by the machine's clock; from then on anyone may take it.</param>
public sealed record EngineHold(string Engine, string Owner, DateTimeOffset Until);
