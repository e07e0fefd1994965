/** Python: the streams of an XDF file on standard input by their names, as JSON, read by pyxdf's defaults. */
export const READ_XDF = `
import json, logging, math, sys, tempfile, pyxdf
logging.disable(logging.CRITICAL)
with tempfile.NamedTemporaryFile(suffix='.xdf') as file:
    file.write(sys.stdin.buffer.read()); file.flush()
    streams, _ = pyxdf.load_xdf(file.name)
clean = lambda value: None if isinstance(value, float) and math.isnan(value) else value
print(json.dumps({s['info']['name'][0]: {
    'rate': float(s['info']['nominal_srate'][0]),
    'times': [float(at) for at in s['time_stamps']],
    'values': [[clean(v if isinstance(v, str) else float(v)) for v in row] for row in s['time_series']],
    'channels': [[c['label'][0], c['unit'][0]] for c in s['info']['desc'][0]['channels'][0]['channel']],
    'about': s['info']['desc'][0].get('distress', [''])[0],
} for s in streams}))
`;
