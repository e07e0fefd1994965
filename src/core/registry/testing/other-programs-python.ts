/** What reads our models in Python: ONNX's checker, its runtime, the recipe of docs/read_a_face.py. */
export const OTHER_PROGRAMS = ['onnx==1.23.2', 'onnxruntime==1.32.0', 'pillow==13.0.0', 'safetensors==0.8.0'];
