using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Web;

/// <summary>Keeps every message and every scope, as a sink of telemetry would.</summary>
internal sealed class ListLogger : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new One(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class One(ListLogger list, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => list.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}: {formatter(state, exception)} {exception}";
            list.scopes.ForEachScope((scope, _) => line += $" | {Text(scope)}", 0);
            list.Lines.Enqueue(line);
        }

        private static string Text(object? scope) =>
            scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(",", pairs) : $"{scope}";
    }
}
